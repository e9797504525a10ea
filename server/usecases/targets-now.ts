import { INBOX_TARGETS_EVERY_MS } from '../../protocol/wire/inbox-limits.ts';
import type { ConversationSummary } from '../../protocol/wire/model.ts';
import { type Settings, settingsFor } from '../domain/routing/standing.ts';
import { timesOf } from '../domain/routing/target.ts';
import type { Store } from '../store/store.ts';
import type { Context } from './context.ts';
import { readSettings } from './read-settings.ts';
import { loadServiceBook } from './service-book.ts';

interface Kept {
  readAt: number;
  settings: Promise<Settings>;
}

/** One for each store, so that two relays in one process (tests) never share it. */
const kept = new WeakMap<Store, Kept>();

/**
 * M10, as the board has it: what the owner aimed at when it began, or what she aims at now in this department or everywhere.
 * The list is asked for many times a second, what owners set is read once in INBOX_TARGETS_EVERY_MS.
 */
export async function withTargets(context: Context, lines: ConversationSummary[]): Promise<ConversationSummary[]> {
  if (lines.every((line) => line.status === 'closed')) return lines;
  const [settings, book] = [await settingsNow(context), await loadServiceBook(context)];
  return lines.map((line) => {
    if (line.status === 'closed') return line;
    const { siteId, departmentId, waitingSince: since } = line;
    const targetMs = line.targetMs ?? settingsFor(settings, departmentId).targetMs;
    if (targetMs === null) return line;
    if (since === null) return { ...line, targetMs };
    const calendar = book.calendarOf(siteId, departmentId);
    return { ...line, targetMs, targetTimes: timesOf(calendar, context.zones.offsetOf, since, targetMs) };
  });
}

async function settingsNow({ store, clock }: Context): Promise<Settings> {
  const now = clock.now();
  const held = kept.get(store);
  if (held && held.readAt <= now && now - held.readAt < INBOX_TARGETS_EVERY_MS) return held.settings;
  const settings = readSettings(store);
  kept.set(store, { readAt: now, settings });
  settings.catch(() => kept.delete(store));
  return settings;
}
