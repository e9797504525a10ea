import type { ReportPlan } from '../../../protocol/wire/mail.ts';
import type { AgentProfile } from '../../../protocol/wire/model.ts';
import { may } from '../../../protocol/wire/permissions.ts';
import type { Context } from '../context.ts';

export interface ReportReaders {
  /** Who gets it. */
  to: string[];
  /** Who was chosen and may not read reports any more, by name. */
  left: string[];
  /** Nobody who was chosen may: it goes to those who choose. */
  isPassed: boolean;
}

/** E10: whom the figures reach today, whatever became of those who were chosen once. */
export async function findReportReaders(
  context: Pick<Context, 'store'>,
  plan: Pick<ReportPlan, 'to'>,
): Promise<ReportReaders> {
  const chosen = await findAll(context, plan.to);
  const to = chosen.filter((agent) => may(agent, 'report:read')).map(({ id }) => id);
  const left = chosen.filter((agent) => !may(agent, 'report:read')).map(({ name }) => name);
  if (to.length > 0 || plan.to.length === 0) return { to, left, isPassed: false };
  const all = await findAll(
    context,
    (await context.store.listAgents()).map(({ id }) => id),
  );
  const owners = all.filter((agent) => may(agent, 'settings:write') && may(agent, 'report:read'));
  return { to: owners.map(({ id }) => id), left, isPassed: true };
}

async function findAll({ store }: Pick<Context, 'store'>, ids: readonly string[]): Promise<AgentProfile[]> {
  const found = await Promise.all(ids.map((id) => store.findAgent(id)));
  return found.filter((agent) => agent !== undefined && agent !== null);
}
