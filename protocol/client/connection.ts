import type { Answer, ErrorCode } from '../wire/errors.ts';
import type { CommandTable, FactTable } from '../wire/events.ts';

/**
 * What a model sees of the network. Two things implement it: a socket (socket-connection.ts) and the HTTP
 * fallback (poll-connection.ts); tests use a loopback that they flush by hand. It does not know what a
 * conversation is, keeps no messages and repeats nothing: that is the outbox's and the reader's work.
 */
export interface Connection<Commands extends CommandTable, Facts extends FactTable> {
  readonly state: ConnectionState;
  /** Starts connecting; keeps trying, with full jitter, until `stop`. */
  start(): void;
  /** Ends the connection and all waiting. May be started again. */
  stop(): void;
  /** Something suggests that the network is back (online, focus, page shown): try at once, and doubt a silent link. */
  wake(): void;
  /**
   * Sends one command. Never rejects: without a link, or without an answer in ACK_TIMEOUT_MS, the answer is
   * `unavailable`, and whether it was stored is unknown. Ask again with the same `clientId`.
   */
  send<Name extends keyof Commands & string>(
    name: Name,
    payload: Commands[Name]['in'],
  ): Promise<Answer<Commands[Name]['out']>>;
  /** Listens to facts and to changes of state, in order. The answer stops listening. */
  listen(listener: (event: ConnectionEvent<Facts>) => void): () => void;
}

export type ConnectionState =
  | { status: 'connecting' }
  | { status: 'online' }
  /** The link is lost or was never there; trying again. */
  | { status: 'offline' }
  /** The relay said no and asking again would not help: the code's remedy says what to do. */
  | { status: 'refused'; error: ErrorCode };

export type ConnectionEvent<Facts extends FactTable> =
  | { kind: 'state'; state: ConnectionState }
  | { [Name in keyof Facts & string]: { kind: 'fact'; name: Name; payload: Facts[Name] } }[keyof Facts & string];
