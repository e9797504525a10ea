import {
  PUSH_LIFE_MS,
  PUSH_RETRY_MS_MAX,
  PUSH_RETRY_MS_MIN,
  PUSH_TRIES_MAX,
  PUSH_VISIBLE_WAIT_MS,
} from '../../../protocol/wire/notice-limits.ts';

/** What a push service said. `gone`: it does not know the browser any more. */
export type PushResult =
  | { result: 'sent' | 'gone' }
  | { result: 'later'; afterMs?: number | undefined }
  | { result: 'refused'; reason: string };

/** NT8: when it is tried again; null: it is over. */
export function nextTry(pushed: PushResult, push: { tries: number; madeAt: number }, now: number): number | null {
  if (pushed.result !== 'later' || push.tries >= PUSH_TRIES_MAX) return null;
  const ownMs = Math.min(PUSH_RETRY_MS_MIN * 2 ** (push.tries - 1), PUSH_RETRY_MS_MAX);
  const dueAt = now + Math.max(ownMs, pushed.afterMs ?? 0);
  return dueAt < push.madeAt + PUSH_LIFE_MS ? dueAt : null;
}

/** NT6: what a visible console shows waits, and is dropped where it still shows it then, or nobody needs it any more. */
export function decidePush(
  push: { madeAt: number; visibleUntil: number },
  now: number,
): { do: 'send' | 'drop' } | { do: 'wait'; until: number } {
  if (now - push.madeAt >= PUSH_LIFE_MS) return { do: 'drop' };
  if (push.visibleUntil <= now) return { do: 'send' };
  const until = push.madeAt + PUSH_VISIBLE_WAIT_MS;
  return now < until ? { do: 'wait', until } : { do: 'drop' };
}
