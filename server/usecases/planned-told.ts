import type { Planned } from '../../protocol/wire/composer.ts';
import { isOpenAt } from '../domain/hours/calendar.ts';
import { readHours } from '../domain/hours/open-spans.ts';
import type { StoredPlanned } from '../store/composer-store.ts';
import type { Conversation } from '../store/store.ts';
import type { Context, Notice } from './context.ts';
import { loadServiceBook } from './service-book.ts';

/** With what the hours say about its time (H6), as they are now. */
export async function plannedTold(
  context: Context,
  planned: StoredPlanned,
  state: Pick<Conversation, 'siteId' | 'departmentId'>,
): Promise<Planned> {
  const { baseSeq, closing, ...told } = planned;
  const calendar = (await loadServiceBook(context)).calendarOf(state.siteId, state.departmentId);
  const { offsetOf } = context.zones;
  const isOpen = calendar === null || isOpenAt(calendar, offsetOf, planned.sendAt);
  const opensAt = calendar === null || isOpen ? null : readHours(calendar, offsetOf, planned.sendAt).changesAt;
  return { ...told, outsideHours: !isOpen, opensAt };
}

export function tellPlanned(planned: Planned): Notice {
  return { tell: 'planned', planned };
}
