import type { AgentEvent } from '../../console/model/agent-link.ts';
import type { ConversationSummary } from '../../protocol/wire/model.ts';

interface Listed {
  inbox: ConversationSummary[];
  now: number;
}

/** A place far from the one before, so that what changes is on the screen as often as not. */
const STRIDE = 7;

/**
 * A busy team: in each second so many of the list get new words, which move them where it is sorted by time. What is told is
 * that something changed; the answer to the question for it holds what has changed since the last one.
 */
export function moveList(
  { inbox, now }: Listed,
  perSecond: number,
  tell: (event: AgentEvent) => void,
): () => { conversations: ConversationSummary[]; change: number; more: boolean; reset: boolean } {
  let change = Math.max(1, ...inbox.map((one) => one.change));
  let conversations: ConversationSummary[] = [];
  let at = 0;
  const move = () => {
    at = (at + STRIDE) % inbox.length;
    const before = inbox[at];
    if (!before) return;
    change += 1;
    const said = { lastText: `Said just now, change ${change}`, lastAt: now + change, head: before.head + 1 };
    // Who waited was answered, and who did not waits now: it moves to another place of the list.
    const waitingSince = before.waitingSince === null ? now : null;
    const after = { ...before, ...said, change, waitingSince };
    inbox[at] = after;
    conversations.push(after);
    tell({ kind: 'fact', name: 'inbox:moved', payload: { change } });
  };
  setInterval(move, 1_000 / perSecond);
  return () => {
    const page = { conversations, change, more: false, reset: false };
    conversations = [];
    return page;
  };
}
