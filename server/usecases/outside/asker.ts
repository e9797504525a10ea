import type { OutsideTrouble } from '../../../protocol/wire/outside.ts';

export interface OutsideQuestion {
  url: string;
  headers: Record<string, string>;
  body: string;
  msMax: number;
  bytesMax: number;
  /** Whoever wanted it went away. */
  signal?: AbortSignal | undefined;
}

/** The status and the text, whatever it says; or why there is none. */
export type OutsideReply = { status: number; text: string } | { trouble: OutsideTrouble; status?: number };

/** How the relay asks addresses that owners name; nothing else of the server opens a connection to one (CS2). */
export interface OutsideAsker {
  /** Before it is saved, and again before each question. */
  isAllowed(url: string): boolean;
  /** Never rejects. */
  ask(question: OutsideQuestion): Promise<OutsideReply>;
}

/** All that use cases about services share. Left out of the context, there are none. */
export interface OutsideDesk {
  asker: OutsideAsker;
  /** HMAC-SHA256 in hex. */
  sign(text: string, secret: string): string;
  /** CS6: so that only this installation reads it again, and only as what it was. `about` binds it to its place. */
  seal(text: string, about: string): string;
  /** Null: it was sealed under another key, or about something else. */
  open(sealed: string, about: string): string | null;
}
