import { cleanup, render, screen, within } from '@testing-library/preact';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { Root } from '../../../console/ui/root.tsx';
import { refusal, success } from '../../../protocol/wire/errors.ts';
import { type MailState, REPORT_PLAN_DEFAULT } from '../../../protocol/wire/mail.ts';
import { SITE_SETTINGS_DEFAULT } from '../../../protocol/wire/settings.ts';
import { ana, ConsoleDesk } from '../../support/console-desk.ts';
import { consoleParts } from '../../support/console-parts.ts';

beforeAll(consoleParts);
afterEach(cleanup);

const OFF: MailState = { on: false, from: null, waiting: 0, sent: 0, plan: REPORT_PLAN_DEFAULT, version: 0, dead: [] };
const dead = {
  id: 'm1',
  kind: 'answer',
  address: 'eva@example.org',
  madeAt: 1,
  endedAt: 2,
  tries: 1,
  reason: '550 nobody',
};
const ON: MailState = { ...OFF, on: true, from: 'Shop <chat@shop.example>', sent: 1, dead: [dead] };
const person = { id: 'agent-ana', name: 'Ana', email: 'ana@shop.example', role: 'owner' };

async function show(state: MailState): Promise<ConsoleDesk> {
  const desk = new ConsoleDesk();
  const me = { ...ana, role: 'owner' } as const;
  desk.go('/console/settings/mail');
  desk.http.answers
    .set('me', success(me))
    // Before the shorter name: the first that fits answers.
    .set('mail/test', success({}))
    .set('mail/m1/retry', success({ ...ON, dead: [] }))
    .set('mail/report?basedOn=0', refusal('invalid_payload', { field: 'zone' }))
    .set('mail', success(state))
    .set('sites', success([{ id: 's1', key: 'demo', name: 'Demo', origins: [], snippet: '' }]))
    .set('staff', success([person]))
    .set('departments', success([]))
    .set('routing-plan', success({}))
    .set('sites/demo/settings', success({ settings: SITE_SETTINGS_DEFAULT, version: 0 }));
  await desk.open([], { at: 1_000_000, me });
  render(<Root app={desk.app} />);
  await screen.findByRole('heading', { name: 'Outgoing mail' });
  return desk;
}

describe('E7, E2, E10 the page Mail', () => {
  test('says that mail is off, and how to turn it on', async () => {
    await show(OFF);
    expect(screen.getByText(/Mail is off/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Send me a test mail' })).toBeNull();
  });

  test('a test mail; what was given up with the server’s words, tried again', async () => {
    const user = userEvent.setup();
    await show(ON);
    await user.click(screen.getByRole('button', { name: 'Send me a test mail' }));
    expect(await screen.findByText(/The test mail is on its way/)).toBeTruthy();
    const card = screen.getByRole('region', { name: 'Not delivered' });
    expect(within(card).getByText('550 nobody')).toBeTruthy();
    await user.click(within(card).getByRole('button', { name: 'Try again: eva@example.org' }));
    expect(await within(card).findByText('Nothing was given up.')).toBeTruthy();
  });

  test('the plan is saved with who gets it; a zone that there is not is said beside its box', async () => {
    const user = userEvent.setup();
    const desk = await show(ON);
    await user.selectOptions(screen.getByLabelText('How often'), 'Every week');
    await user.selectOptions(screen.getByLabelText('On'), 'Friday');
    await user.click(await screen.findByRole('checkbox', { name: 'Ana (ana@shop.example)' }));
    const form = screen.getByRole('form', { name: 'Figures by mail' });
    await user.click(within(form).getByRole('button', { name: 'Save' }));
    expect(await within(form).findByText(/no such time zone/)).toBeTruthy();
    const plan = { ...ON.plan, every: 'week', weekday: 5, to: ['agent-ana'] } as const;
    desk.http.answers.set('mail/report?basedOn=0', success({ ...ON, plan, version: 1 }));
    await user.click(within(form).getByRole('button', { name: 'Save' }));
    expect(await within(form).findByText('Saved.')).toBeTruthy();
  });
});
