/** Whoever takes part in a run: one tab of a visitor, one console of an agent, one plain client. */
export interface Person {
  readonly name: string;
  /** Null before the first message is stored. */
  readonly conversationId: string | null;
  /** Messages that are not acknowledged yet. */
  readonly unsent: number;
  /** Messages about which a person must decide; a fault must never make one. */
  readonly failed: number;
  /** Last `seq` on the screen. */
  readonly shown: number;
  readonly isOnline: boolean;
  /** For the message of a run that failed. */
  readonly state: string;
  start(): void;
  /** Presses Enter. False: there is no room, or this person may not write yet. */
  write(body?: string): boolean;
  stop(): void;
}
