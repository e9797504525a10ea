import { FACT_PACK_CONVERSATIONS, FACTS_READ_MAX } from '../../protocol/wire/limits.ts';
import { packContacts, toContactColumns } from '../domain/books/contact-columns.ts';
import { type FactColumns, toColumns } from '../domain/measures/columns.ts';
import { deriveFacts } from '../domain/measures/derive-facts.ts';
import type { EpisodeFact } from '../domain/measures/fact.ts';
import type { Facts } from '../domain/measures/fact-rows.ts';
import { packColumns } from '../domain/measures/pack-columns.ts';
import type { PackMade } from '../store/fact-store.ts';
import type { Context } from './context.ts';
import { createBreath, type HoursOf } from './read-columns.ts';

export type PackingContext = Pick<Context, 'store' | 'clock' | 'ids'>;

/** A pack made from the tables. The feed's place is read before them: whatever changes meanwhile comes after it. */
export async function makePack(context: PackingContext, hoursOf: HoursOf, number: number): Promise<PackMade> {
  const { store, clock } = context;
  const change = await store.readChange();
  const breathe = createBreath(context);
  const fromNo = number * FACT_PACK_CONVERSATIONS;
  const nos = await store.listClosed({ fromNo, toNo: fromNo + FACT_PACK_CONVERSATIONS });
  const facts: EpisodeFact[] = [];
  const read: Facts[] = [];
  for (let next = 0; next < nos.length; next += FACTS_READ_MAX) {
    const rows = await store.readFacts(nos.slice(next, next + FACTS_READ_MAX));
    facts.push(...deriveFacts(rows, hoursOf, clock.now()));
    read.push(rows);
    await breathe();
  }
  // Who was opened again meanwhile is read from the tables, not from here.
  const open = new Set(facts.filter(({ isClosed }) => !isClosed).map(({ no }) => no));
  const columns = toColumns(facts.filter(({ no }) => !open.has(no)));
  const bytes = packColumns(columns);
  const contacts = packContacts(toContactColumns(closedOf(addFacts(read), open), context.ids.hash));
  return {
    ...{ number, change, ...spanOf(columns), waits: columns.waits, stamp: stampOf(context, bytes), columns: bytes },
    contacts: { stamp: stampOf(context, contacts), columns: contacts },
  };
}

/** Facts of one stretch of conversations after another. */
export function addFacts(parts: readonly Facts[]): Facts {
  return {
    episodes: parts.flatMap((part) => part.episodes),
    waits: parts.flatMap((part) => part.waits),
    assignments: parts.flatMap((part) => part.assignments),
    written: parts.flatMap((part) => part.written),
    again: parts.flatMap((part) => part.again),
    promises: parts.flatMap((part) => part.promises),
  };
}

function closedOf(facts: Facts, open: ReadonlySet<number>): Facts {
  return { ...facts, episodes: facts.episodes.filter(({ no }) => !open.has(no)) };
}

function spanOf({ episodes, openedAt }: FactColumns) {
  let [openedFrom, openedTo] = [Number.MAX_SAFE_INTEGER, 0];
  for (const at of openedAt) {
    openedFrom = Math.min(openedFrom, at);
    openedTo = Math.max(openedTo, at);
  }
  return { episodes, openedFrom, openedTo };
}

/** The same bytes have the same stamp, wherever they were made. */
function stampOf({ ids }: PackingContext, bytes: Uint8Array): string {
  return ids.hash(bytes);
}
