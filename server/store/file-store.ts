import type { FileCard } from '../../protocol/wire/files.ts';

/** Files as messages carry them. Part of the store (store.ts); what is in a file lies in the vault. */
export interface FileStore {
  /** What became of an upload under this `clientId` (C3). */
  findSentFile(input: { authorId: string; clientId: string }): Promise<SentFile | undefined>;
  findFile(id: string): Promise<StoredFile | undefined>;
  /** What this visitor has sent since then. */
  readFileUse(input: { visitorId: string; since: number }): Promise<{ bytes: number }>;
  /** Sent before the instant, on this site; at most `limit`. */
  listOldFiles(input: { siteId: string; before: number; limit: number }): Promise<{ id: string; vaultName: string }[]>;
  /** What they took is free again. Their messages stay, without them. */
  removeFiles(ids: string[]): Promise<void>;
  /** Of these names in the vault, those that a message refers to. */
  listKnownVaultNames(names: string[]): Promise<string[]>;
}

/** What a message's file is to the store: it is durable in the vault already. */
export interface NewFile extends FileCard {
  /** SHA-256 of what it holds, hex: a repeat with other bytes is a conflict. */
  hash: string;
  vaultName: string;
  /** Who sent it; empty for the team. */
  visitorId: string;
  siteId: string;
  quotas: FileQuotas;
}

export interface FileQuotas {
  conversationFilesMax: number;
  conversationBytesMax: number;
  totalBytesMax: number;
}

export interface SentFile {
  conversationId: string;
  seq: number;
  at: number;
  hash: string;
}

export interface StoredFile extends FileCard {
  vaultName: string;
  /** Whose conversation it is in, whoever sent it. */
  visitorId: string;
  conversationId: string;
}

/** Thrown by a write whose message carries a file for which there is no room: nothing of it is stored. */
export class FileQuotaReached extends Error {
  override name = 'FileQuotaReached';
}
