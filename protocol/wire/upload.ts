import type { Page, Placed } from './events.ts';

/**
 * One part of a file: the header `X-Deskbell-File` holds this as JSON, percent-encoded; the body is the bytes from `offset`
 * on. The part that completes the file stores it as a message.
 */
export interface FilePart {
  /** Of the message, and of the upload: the same for all its parts and tries. */
  clientId: string;
  name: string;
  /** Of the whole file. */
  bytes: number;
  offset: number;
  /** Absent: it opens a conversation (visitors only). */
  conversationId?: string | undefined;
  page?: Page | undefined;
  leave?: boolean | undefined;
  /** What the picture shows (F9). The part that completes the file counts; of other files it is not kept. */
  alt?: string | undefined;
  /** What `work_required` asked for, where it opens a conversation (J18). */
  work?: number | undefined;
}

/** How much is there: go on from here. `stored`: all of it is, as this message. */
export interface FileProgress {
  received: number;
  stored?: (Placed & { conversationId: string }) | undefined;
}
