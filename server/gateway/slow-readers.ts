import type { Clock } from '../../protocol/kit/clock.ts';
import { SLOW_GOODBYE_MS, SOCKET_QUEUE_BYTES_MAX } from '../../protocol/wire/limits.ts';
import type { Report } from '../observe/report.ts';

/** What this file uses of an Engine.IO connection; `writeBuffer` is private in its types, and the queue to bound. */
export interface EngineConnection {
  readyState: string;
  writeBuffer: { data?: unknown; options?: { wsPreEncodedFrame?: { length: number }[] } }[];
  transport: { writable: boolean; socket?: { bufferedAmount: number; terminate(): void } };
  on(event: string, listener: (...args: never[]) => void): unknown;
  close(discard?: boolean): void;
  [WAITING]?: number;
  [CUT]?: true;
}

const WAITING = Symbol('bytes waiting for a slow reader');
const CUT = Symbol('cut for being slow');

type Packet = EngineConnection['writeBuffer'][number];

export interface SlowReaderParts {
  clock: Clock;
  report: Report;
  /** Tells the person behind this connection why it ends. */
  sayGoodbye(connection: EngineConnection): void;
}

/**
 * Bounds what waits for one reader (D13): beyond SOCKET_QUEUE_BYTES_MAX the queue is dropped, the reader is told
 * `slow`, and the socket is destroyed. It comes back and catches up by position, so nothing is lost.
 * Listeners are shared by all connections; an idle one costs no closure.
 */
export function createSlowReaders(parts: SlowReaderParts): {
  watch(connection: EngineConnection): void;
  /** The connection handed its queue to the socket. */
  flushed(connection: EngineConnection): void;
} {
  function onPacket(this: EngineConnection, packet: Packet) {
    // A writable transport takes the packet at once: nothing waits, and nothing needs counting.
    if (this.transport.writable || this[CUT]) return;
    this[WAITING] = (this[WAITING] ?? 0) + sizeOf(packet);
    const bytes = this[WAITING] + (this.transport.socket?.bufferedAmount ?? 0);
    if (bytes > SOCKET_QUEUE_BYTES_MAX) cut(this, bytes);
  }

  function cut(connection: EngineConnection, bytes: number) {
    connection[CUT] = true;
    parts.report({ kind: 'slow_reader_cut', bytes });
    // The packet that broke the bound is put into the queue after us; the rest goes now.
    connection.writeBuffer.length = 0;
    parts.clock.after(0, () => {
      connection.writeBuffer.length = 0;
      parts.sayGoodbye(connection);
      connection.close();
    });
    parts.clock.after(SLOW_GOODBYE_MS, () => connection.transport.socket?.terminate());
  }

  return {
    watch: (connection) => connection.on('packetCreate', onPacket as (...args: never[]) => void),
    flushed: (connection) => {
      if (connection[WAITING] !== undefined) connection[WAITING] = 0;
    },
  };
}

function sizeOf(packet: Packet): number {
  const frame = packet.options?.wsPreEncodedFrame;
  if (frame) return frame.reduce((bytes, part) => bytes + part.length, 0);
  return typeof packet.data === 'string' ? Buffer.byteLength(packet.data) : 0;
}
