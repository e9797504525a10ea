import { WebSocket, WebSocketServer } from 'ws';
import { frameText } from './frame-text.ts';

/** Frames of one message, and chunks that may wait for one: structure costs more memory than its payload (F3). */
const FRAGMENTS_MAX = 128;
const CHUNKS_MAX = 1_024;
const CLOSE_MS_MAX = 5_000;

type Done = (error?: Error) => void;

/** What Engine.IO uses as well for frames that are ready. */
interface Sender {
  sendFrame(parts: Buffer[], done: Done): void;
}

/** Texts on an open line leave as one piece; everything else is the library's. */
class WholeFrameSocket extends WebSocket {
  declare private readonly _sender: Sender;

  override send(text: unknown, options: unknown, done?: unknown): void {
    if (typeof text === 'string' && typeof options === 'function' && this.readyState === WebSocket.OPEN) {
      this._sender.sendFrame([frameText(text)], options as Done);
    } else {
      super.send(text as string, options as Parameters<WebSocket['send']>[1], done as Done);
    }
  }
}

/**
 * The `ws` that package.json names, instead of the older one that the framework pins: below 8.23 one socket that
 * pings and does not read grows the process without bound (D2, F2).
 */
export class BoundedWebSocketServer extends WebSocketServer {
  constructor(options: ConstructorParameters<typeof WebSocketServer>[0]) {
    super({
      ...options,
      ...{ maxFragments: FRAGMENTS_MAX, maxBufferedChunks: CHUNKS_MAX, closeTimeout: CLOSE_MS_MAX },
      WebSocket: WholeFrameSocket,
    });
  }
}
