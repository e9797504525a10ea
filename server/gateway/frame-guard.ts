import type { Report } from '../observe/report.ts';

/** Socket.IO's packet types, as the first character of a text frame. */
const CONNECT = '0';
/** A handshake with a namespace that we do not have; the framework would answer it and keep the connection. */
const STRANGE_CONNECT = /^0\/(?!(?:visitor|agent)(?:,|$))/;
const BINARY_EVENT = '5';
const BINARY_ACK = '6';

interface Connection {
  on(event: 'packet', listener: (packet: { type: string; data?: unknown }) => void): unknown;
  close(discard?: boolean): void;
  [SHOOK_HANDS]?: true;
}

const SHOOK_HANDS = Symbol('has sent its handshake');

/**
 * Looks at each frame before the framework does. No binary ever (F4): chat needs none, and half-received attachments
 * are memory that a stranger controls. One handshake for a connection: a second try takes a new connection, and so
 * goes through the connection budget. The listener is shared by all connections.
 */
export function createFrameGuard(report: Report): (connection: Connection) => void {
  function onPacket(this: Connection, packet: { type: string; data?: unknown }) {
    if (packet.type === 'open') {
      // Only a server opens. The framework would ignore it and keep the connection.
      report({ kind: 'protocol_violation', what: 'open' });
      this.close(true);
    }
    if (packet.type !== 'message') return;
    const { data } = packet;
    const kind = typeof data === 'string' ? data[0] : BINARY_EVENT;
    if (kind === BINARY_EVENT || kind === BINARY_ACK) {
      report({ kind: 'protocol_violation', what: 'binary' });
      this.close(true);
    } else if (kind === CONNECT) {
      if (STRANGE_CONNECT.test(data as string)) {
        report({ kind: 'protocol_violation', what: 'namespace' });
        this.close(true);
      } else if (this[SHOOK_HANDS]) {
        report({ kind: 'protocol_violation', what: 'second_handshake' });
        this.close(true);
      }
      this[SHOOK_HANDS] = true;
    }
  }

  return (connection) => connection.on('packet', onPacket);
}
