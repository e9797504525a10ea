/** What this file uses of an Engine.IO connection: the `ws` socket below it, and the TCP socket below that. */
export interface HeldConnection {
  transport: { socket?: { _socket?: TcpSocket | null } };
}

interface TcpSocket {
  readonly writableCorked: number;
  cork(): void;
  uncork(): void;
}

/**
 * What one commit makes us tell a connection leaves in one write to its socket instead of one for each frame: after
 * a busy turn an agent hears of dozens of messages, and a call of the system costs more than encoding what it sends.
 * Held until everything that the turn set off has run, and no longer, so a single fact waits for nothing.
 */
export function createWholeBursts(): (connection: HeldConnection) => void {
  let held: TcpSocket[] = [];

  function release() {
    const ready = held;
    held = [];
    for (const socket of ready) socket.uncork();
  }

  return ({ transport }) => {
    const socket = transport.socket?._socket;
    if (!socket || socket.writableCorked > 0) return;
    socket.cork();
    // Runs after the promises of this turn, which are what answers and facts come from.
    if (held.push(socket) === 1) process.nextTick(release);
  };
}
