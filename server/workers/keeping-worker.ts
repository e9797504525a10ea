import {
  ERASE_LOOK_MS,
  ERASED_AT_ONCE,
  KEEPING_EVERY_MS,
  KEEPING_FIRST_MS,
} from '../../protocol/wire/people-limits.ts';
import type { Report } from '../observe/report.ts';
import type { Context } from '../usecases/context.ts';
import type { FileVault } from '../usecases/file-vault.ts';
import { type KeepingRule, type Kept, keepToRule, listKeepingRules } from '../usecases/keeping.ts';
import { every } from './every.ts';
import type { ReportFailure, Tell } from './tell.ts';

export interface KeepingWorkerParts {
  context: Context;
  vault: Pick<FileVault, 'remove'>;
  tell: Tell;
  report: Report;
  onFailure: ReportFailure;
}

type Sum = Omit<Kept, 'notices' | 'more'>;

/**
 * J13: what owners said is not kept so long. A rule waits an hour, so that whoever wrote 3 for 30 has time to see it; then its work is
 * done in small steps, each stored by itself, and looked for again once a day. Killed anywhere, the next run finds what is left.
 */
export function createKeepingWorker({ context, vault, tell, report, onFailure }: KeepingWorkerParts) {
  const { clock } = context;
  const due = new Map<string, { rule: string; at: number; sum: Sum }>();

  async function step(rule: KeepingRule): Promise<void> {
    const spelled = JSON.stringify(rule);
    const known = due.get(rule.siteId);
    const turn =
      known?.rule === spelled ? known : { rule: spelled, at: clock.now() + KEEPING_FIRST_MS, sum: nothing() };
    due.set(rule.siteId, turn);
    if (clock.now() < turn.at) return;
    const { notices, more, ...done } = await keepToRule(context, vault, rule, ERASED_AT_ONCE);
    if (notices.length > 0) tell(notices);
    for (const name of Object.keys(done) as (keyof Sum)[]) turn.sum[name] += done[name];
    if (more) return;
    if (Object.values(turn.sum).some((n) => n > 0)) report({ kind: 'kept_to_rule', siteId: rule.siteId, ...turn.sum });
    due.set(rule.siteId, { ...turn, at: clock.now() + KEEPING_EVERY_MS, sum: nothing() });
  }

  async function work(): Promise<void> {
    const rules = await listKeepingRules(context);
    // What is switched off and on again begins anew.
    for (const siteId of due.keys()) if (!rules.some((rule) => rule.siteId === siteId)) due.delete(siteId);
    for (const rule of rules) await step(rule);
  }

  const look = () => work().catch((error: unknown) => onFailure('keeping', error));
  const ticks = every(clock, ERASE_LOOK_MS, look);
  return { start: ticks.start, stop: ticks.stop, look };
}

function nothing(): Sum {
  return { conversations: 0, people: 0, orders: 0, customers: 0 };
}
