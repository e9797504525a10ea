import { WebSocketServer } from 'ws';

/** Frames of one message, and chunks that may wait for one: structure costs more memory than its payload (F3). */
const FRAGMENTS_MAX = 128;
const CHUNKS_MAX = 1_024;
const CLOSE_MS_MAX = 5_000;

/**
 * The `ws` that package.json names, instead of the older one that the framework pins: below 8.23 one socket that
 * pings and does not read grows the process without bound (D2, F2).
 */
export class BoundedWebSocketServer extends WebSocketServer {
  constructor(options: ConstructorParameters<typeof WebSocketServer>[0]) {
    super({
      ...options,
      ...{ maxFragments: FRAGMENTS_MAX, maxBufferedChunks: CHUNKS_MAX, closeTimeout: CLOSE_MS_MAX },
    });
  }
}
