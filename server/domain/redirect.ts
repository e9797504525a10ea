import type { ErrorCode } from '../../protocol/wire/errors.ts';
import { REDIRECT_PAUSE_MS, REDIRECTS_MAX, REDIRECTS_WITHIN_MS } from '../../protocol/wire/limits-of-writing.ts';
import type { ConversationStatus } from '../../protocol/wire/model.ts';

/** What a visitor's wish for another department looks at (T20); the store's conversation fits. */
export interface RedirectState {
  visitorId: string;
  status: ConversationStatus;
  departmentId: string | null;
}

export interface RedirectTarget {
  id: string;
  name: string;
  isOpen: boolean;
}

export type RedirectDecision =
  /** `from`: an agent who serves it, or the line where it waits. */
  | { do: 'move'; from: 'agent' | 'queue'; to: Omit<RedirectTarget, 'isOpen'> }
  | {
      do: 'refuse';
      error: Extract<ErrorCode, 'not_found' | 'forbidden' | 'conversation_closed' | 'rate_limited'>;
      hint?: string;
      retryAfterMs?: number;
    };

/** `before`: when she asked for it in this conversation, the oldest first. `to`: undefined where there is no such department. */
export function decideRedirect(
  state: RedirectState,
  visitorId: string,
  to: RedirectTarget | undefined,
  before: readonly number[],
  now: number,
): RedirectDecision {
  if (state.visitorId !== visitorId) return { do: 'refuse', error: 'not_found' };
  if (state.status === 'closed') return { do: 'refuse', error: 'conversation_closed' };
  if (!to) return { do: 'refuse', error: 'not_found', hint: 'Name one of `front.departments`.' };
  if (state.departmentId === to.id) return { do: 'refuse', error: 'forbidden', hint: 'It is there.' };
  // Nobody is handed into the void (T4): where it is closed it stays with who has it.
  if (!to.isOpen) return { do: 'refuse', error: 'forbidden', hint: 'This department is closed now.' };
  const retryAfterMs = pauseOf(before, now);
  if (retryAfterMs > 0) return { do: 'refuse', error: 'rate_limited', retryAfterMs };
  const { id, name } = to;
  return { do: 'move', from: state.status === 'queued' ? 'queue' : 'agent', to: { id, name } };
}

/** From one to the other and back again is no help to anybody: a pause after each, and so many in all. */
function pauseOf(before: readonly number[], now: number): number {
  const recent = before.filter((at) => now - at < REDIRECTS_WITHIN_MS);
  const oldest = recent.at(-REDIRECTS_MAX);
  if (oldest !== undefined) return oldest + REDIRECTS_WITHIN_MS - now;
  return (recent.at(-1) ?? Number.NEGATIVE_INFINITY) + REDIRECT_PAUSE_MS - now;
}
