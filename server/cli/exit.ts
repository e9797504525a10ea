/** What the shell is told. Documented in `deskbell --help` and docs/operations.md. */
export const EXIT = { done: 0, failed: 1, wrongUse: 2, refused: 3 } as const;

/** Ends a command with one plain sentence on standard error. */
export class CommandEnd extends Error {
  override name = 'CommandEnd';
  readonly code: number;

  constructor(code: number, sentence: string) {
    super(sentence);
    this.code = code;
  }
}
