import type { Socket } from 'socket.io';
import { type ErrorCode, type Refusal, refusal } from '../../protocol/wire/errors.ts';
import type { AgentSubject, VisitorSubject } from '../usecases/context.ts';
import type { Asker, Dispatch } from './dispatch.ts';
import { refusalOf } from './refuse.ts';
import type { Rows } from './rows.ts';
import type { StartTicket } from './starts-under-way.ts';

/** What hangs on a socket: who it is, and what it has under way. Small, because there are thousands. */
export interface Attached<Subject> extends Asker {
  subject: Subject | null;
}

export interface Kept<Subject, Ready> {
  subject: Subject;
  ready: Ready;
  /** See StartsUnderWay. */
  ticket: StartTicket;
}

/** A refused handshake: the client finds `data` on its `connect_error`. */
export function connectError(told: Refusal): Error {
  const { error, hint, field, retryAfterMs } = told;
  return Object.assign(new Error(error), { data: { error, hint, field, retryAfterMs } });
}

/** The last fact of a connection. The client does what the code's remedy says. */
export function endConnection(socket: Socket, error: ErrorCode): void {
  socket.emit('session:ended', { error });
  socket.disconnect(true);
}

/** Shared by all sockets that are through: the handshake's headers hold cookies and tokens, and kilobytes. */
const SPENT_HANDSHAKE = Object.freeze({}) as Socket['handshake'];

/** Lets go of what only the handshake needed. */
export function forgetHandshake(socket: Socket): void {
  (socket as { handshake: Socket['handshake'] }).handshake = SPENT_HANDSHAKE;
  (socket.conn as { request: unknown }).request = null;
}

/**
 * Hears every event of a namespace. Nothing that a client sends can throw past it: the wrapper of dispatch answers,
 * and an answer that cannot be encoded becomes `internal`.
 */
export function createListener<Subject extends VisitorSubject | AgentSubject>(
  rows: Rows<Subject>,
  dispatch: Dispatch,
  afterwards: (socket: Socket, name: string, payload: unknown) => void,
) {
  return function onEvent(socket: Socket, event: unknown[]): void {
    const [name, first] = event;
    const last = event.at(-1);
    const answer = typeof last === 'function' ? (last as (told: unknown) => void) : null;
    const payload = first === last && answer ? undefined : first;
    const attached = socket.data as Attached<Subject>;
    if (!attached.subject) {
      answer?.(refusal('unauthorized', { hint: 'Wait for session:ready.' }));
      return;
    }
    void dispatch.run(rows, attached.subject, name, payload, attached).then((told) => {
      try {
        if (told.ok) afterwards(socket, String(name), payload);
        answer?.(told);
      } catch (error) {
        answer?.(refusalOf(error));
      }
    });
  };
}
