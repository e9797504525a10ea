/**
 * Which of the tabs that share an outbox sends. One drains, the others watch; when the one is gone, offline or put to
 * sleep, the next takes over (P8).
 */
export interface Lead {
  /** Whether this tab sends now. */
  holds(): boolean;
  /** True: stand in line (the link is up). False: let go. */
  want(wanted: boolean): void;
  /** Whoever leads shows no sign of life: lead without waiting. */
  take(): void;
  /** A new message was heard of, written here or in another tab. Only those who cannot agree by a lock listen. */
  wrote(here: boolean): void;
  /** `holds` changed. The last one who listens is told. */
  listen(changed: () => void): void;
}
