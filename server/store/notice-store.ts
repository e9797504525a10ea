import type { NoticeSettings, PushDocument, PushSubscribed } from '../../protocol/wire/notices.ts';

import type { MailStore } from './mail-store.ts';

/** What leaves by a worker of its own, each out of an outbox. */
export interface OutboxStores extends MailStore, NoticeStore {}

/** How agents want to be told, and the pushes on their way (docs/notices.md). Part of the store (store.ts). */
export interface NoticeStore {
  /** Undefined: nothing was chosen yet. */
  readNoticeSettings(agentId: string): Promise<NoticeSettings | undefined>;
  setNoticeSettings(input: { agentId: string; settings: NoticeSettings; at: number }): Promise<void>;
  /** The one that is kept: `made` where there was none (NT5). */
  keepPushKey(input: { made: PushKey; at: number }): Promise<PushKey>;
  readPushKey(): Promise<PushKey | undefined>;

  /** A browser has one row, whoever signs in there; over `max`, the agent's oldest goes (NT6). */
  addPushDevice(input: NewPushDevice): Promise<void>;
  /** False where it is not this agent's. */
  removePushDevice(input: { id: string; agentId: string }): Promise<boolean>;
  /** The push service knows it no more. */
  dropPushDevice(id: string): Promise<void>;
  listPushDevices(agentId: string): Promise<{ id: string; name: string; addedAt: number; sessionId: string }[]>;
  /** Who has a browser that can be pushed to. */
  listPushedAgents(): Promise<string[]>;
  setVisible(input: { sessionId: string; until: number }): Promise<void>;

  /** What a notice about it says, and whether it is news still. */
  findTalk(conversationId: string): Promise<Talk | undefined>;
  /** One row for each of the agent's browsers, unless the cause has one; answers how many were put in (NT7). */
  queuePushes(input: QueuePushes): Promise<number>;
  /** Those that are due and nobody has, of sessions that are good: this caller's until `until`. */
  leasePushes(input: LeasePushes): Promise<LeasedPush[]>;
  /** What became of it; `dueAt` null: it is over. */
  settlePush(input: { id: string; tries: number; dueAt: number | null }): Promise<boolean>;
  dropOldPushes(input: { before: number; limit: number }): Promise<number>;
}

export interface Talk {
  label: string;
  email: string | null;
  lastText: string;
  departmentId: string | null;
  agentId: string | null;
  isOpen: boolean;
  unread: number;
}

export interface PushKey {
  /** Base64url: an uncompressed point of P-256, and its private scalar. */
  publicKey: string;
  privateKey: string;
}

export interface NewPushDevice extends PushSubscribed {
  id: string;
  agentId: string;
  sessionId: string;
  at: number;
  max: number;
}

export interface QueuePushes {
  agentId: string;
  cause: string;
  document: PushDocument;
  /** Ids for the rows, from which as many are taken as there are browsers. */
  newId(): string;
  /** To one browser only. */
  deviceId?: string;
  /** At most so many to one browser since then. */
  limit: { since: number; max: number };
  at: number;
}

export interface LeasePushes {
  now: number;
  until: number;
  limit: number;
  /** Sessions that were made before are over. */
  madeSince: number;
}

export interface LeasedPush {
  id: string;
  deviceId: string;
  agentId: string;
  endpoint: string;
  p256dh: string;
  auth: string;
  document: PushDocument;
  madeAt: number;
  /** This one among them. */
  tries: number;
  /** Until then a console of the browser is on the screen. */
  visibleUntil: number;
  /** When the browser's session was touched last. */
  seenAt: number;
}
