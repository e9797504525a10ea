import { success } from '../../protocol/wire/errors.ts';
import { type MailState, REPORT_PLAN_DEFAULT } from '../../protocol/wire/mail.ts';

const MINUTE_MS = 60_000;
const off: MailState = { on: false, from: null, waiting: 0, sent: 0, plan: REPORT_PLAN_DEFAULT, version: 0, dead: [] };

export const mailOff = success(off);

/** Mail as the owner of the stories sees it: on, with a plan, and one mail that nobody took. */
export function mailAnswer(now: number) {
  return success<MailState>({
    ...{ on: true, from: 'Shop <chat@shop.example>', waiting: 2, sent: 148, version: 3 },
    plan: { every: 'week', weekday: 1, hour: 8, zone: 'Europe/Berlin', site: null, to: ['a1'] },
    dead: [
      {
        ...{ id: 'm1', kind: 'answer', address: 'eva@exmaple.org', tries: 1 },
        ...{ madeAt: now - 20 * MINUTE_MS, endedAt: now - 19 * MINUTE_MS },
        reason: 'Can’t send mail - all recipients were rejected: 550 5.1.1 <eva@exmaple.org>: no such person here',
      },
      {
        ...{ id: 'm2', kind: 'transcript', address: 'ben@example.org', tries: 12 },
        ...{ madeAt: now - 1_600 * MINUTE_MS, endedAt: now - 60 * MINUTE_MS },
        reason: 'Greeting never received',
      },
    ],
  });
}
