import { remedyOf } from '../../protocol/wire/errors.ts';
import type { VisitorCommands } from '../../protocol/wire/events.ts';
import type { Entry } from '../../protocol/wire/model.ts';
import type { OwnKept, OwnTalk } from '../../protocol/wire/own.ts';
import type { ChatActions } from './chat-view.ts';

/** What a visitor takes along (J14). */
export interface OwnCopy {
  site: string;
  at: number;
  kept: Omit<OwnKept, 'erases'>;
  conversations: (OwnTalk & { entries: Entry[] })[];
}

export interface GatherParts {
  ask: ChatActions['ask'];
  wait(ms: number): Promise<void>;
  now(): number;
  site: string;
  /** How far it is. */
  told(done: number, of: number): void;
}

const TRIES_MAX = 6;
const WAIT_MS = 1_000;

/** Everything she may see, asked for piece by piece; null where the relay does not give it now. */
export async function gatherOwn(parts: GatherParts): Promise<OwnCopy | null> {
  const ask = patiently(parts);
  const read = await ask('own:read', {});
  if (!read) return null;
  const { erases: _, ...kept } = read;
  const conversations: OwnCopy['conversations'] = [];
  for (let after: string | undefined, more = true; more; ) {
    const page = await ask('own:list', after ? { after } : {});
    if (!page) return null;
    for (const talk of page.conversations) {
      const entries = await readAll(ask, talk.conversationId);
      if (!entries) return null;
      conversations.push({ ...talk, entries });
      parts.told(conversations.length, Math.max(conversations.length, kept.conversations));
    }
    after = page.conversations.at(-1)?.conversationId;
    more = page.more && after !== undefined;
  }
  return { site: parts.site, at: parts.now(), kept, conversations };
}

type Ask = ReturnType<typeof patiently>;

async function readAll(ask: Ask, conversationId: string): Promise<Entry[] | null> {
  const entries: Entry[] = [];
  for (;;) {
    const page = await ask('conversation:sync', { conversationId, afterSeq: entries.at(-1)?.seq ?? 0 });
    if (!page) return null;
    entries.push(...page.entries);
    // A page that brings nothing would bring nothing again.
    if (!page.more || page.entries.length === 0) return entries;
  }
}

/** What is refused for now is asked again. */
function patiently({ ask, wait }: GatherParts) {
  return async <Name extends keyof VisitorCommands>(
    name: Name,
    payload: VisitorCommands[Name]['in'],
  ): Promise<VisitorCommands[Name]['out'] | null> => {
    for (let tries = 1; ; tries += 1) {
      const answer = await ask(name, payload);
      if (answer.ok) return answer.value;
      if (remedyOf(answer.error) !== 'later' || tries === TRIES_MAX) return null;
      await wait(answer.retryAfterMs ?? WAIT_MS);
    }
  };
}
