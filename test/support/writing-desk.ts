import { success } from '../../protocol/wire/errors.ts';
import { ana, assignedTo, ConsoleDesk, queued, summaryOf, visitorSays } from './console-desk.ts';
import { settle } from './manual-clock.ts';

export const UNDO_MS = 5_000;

/** A console in which Ana writes to somebody, with everything there that stands beside writing. */
export async function openWriting(desk = new ConsoleDesk(), undoMs = UNDO_MS): Promise<ConsoleDesk> {
  desk.go('/console/inbox/c1');
  desk.relay.thread('c1', [visitorSays(1, 'Hello?'), queued(2), assignedTo(3, ana)]);
  for (const quiet of ['receipt:set', 'typing:set'] as const) desk.relay.script(quiet, () => success({}));
  desk.http.answers.set('departments', success([]));
  desk.relay.script('draft:list', () => success({ drafts: [] }));
  desk.relay.script('mention:list', () => success({ mentions: [], more: false, unread: 0 }));
  desk.relay.script('mention:seen', () => success({ unread: 0 }));
  desk.relay.script('planned:list', () => success({ at: 0, planned: [] }));
  desk.relay.script('team:list', () => success({ at: 0, members: [], awayReasons: [], idleAwayMs: 0, undoMs }));
  await desk.open([summaryOf('c1')]);
  await settle();
  return desk;
}

/** What is written is kept by the relay, as this version. */
export const kept = (desk: ConsoleDesk, version: number) =>
  desk.relay.script('draft:write', ({ conversationId, kind, body }) =>
    success({ result: 'kept', draft: { conversationId, kind, body, version: body === '' ? 0 : version } }),
  );
export const sent = (desk: ConsoleDesk) => desk.relay.payloads('message:send').map(({ body }) => body);
