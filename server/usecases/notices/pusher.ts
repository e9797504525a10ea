import type { PushResult } from '../../domain/notices/next-push.ts';
import type { PushKey } from '../../store/notice-store.ts';

/** What the relay needs of the push services of browsers; server/platform has the real one. */
export interface Pusher {
  /** A new pair of keys. */
  makeKey(): PushKey;
  /** Whether this is an address of a push service that we may be sent to (NT9). */
  isAllowed(endpoint: string): boolean;
  /** Never rejects. */
  push(push: OutgoingPush): Promise<PushResult>;
}

export interface OutgoingPush {
  endpoint: string;
  p256dh: string;
  auth: string;
  key: PushKey;
  /** Who sends it: an address where a push service can complain. */
  contact: string;
  payload: string;
  /** Newer ones of the same topic take the place of older ones that still wait there. */
  topic: string;
  lifeMs: number;
}
