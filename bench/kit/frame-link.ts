import { WebSocket } from 'ws';

/**
 * A Socket.IO connection written down to its frames (docs/protocol.md, "The carrier"). The usual client costs as much
 * as the server that is to be measured; this one lets the load stay ahead of it. It answers pings and counts acks.
 */
export class FrameLink {
  readonly #socket: WebSocket;
  readonly #prefix: string;
  readonly #acks = new Map<number, (answer: unknown) => void>();
  #nextAck = 1;
  #closed: ((why: string) => void) | undefined;
  /** Called with the number of an ack that nobody waits for by `command`. */
  onAck: ((id: number, text: string) => void) | undefined;
  /** Called with the raw frame of an event. */
  onEvent: ((text: string) => void) | undefined;

  private constructor(socket: WebSocket, namespace: string) {
    this.#socket = socket;
    this.#prefix = `42/${namespace},`;
  }

  /** Resolves once the namespace let us in; rejects with the relay's words. */
  static open(
    port: number,
    namespace: string,
    auth: unknown,
    headers: Record<string, string>,
    onEvent?: (text: string) => void,
  ): Promise<FrameLink> {
    const socket = new WebSocket(`ws://127.0.0.1:${port}/socket.io/?EIO=4&transport=websocket`, {
      headers,
      perMessageDeflate: false,
      skipUTF8Validation: true,
    });
    const link = new FrameLink(socket, namespace);
    link.onEvent = onEvent;
    return new Promise((resolve, reject) => {
      socket.on('error', reject);
      socket.on('close', (code) => {
        reject(new Error(`Closed with ${code} before it was open.`));
        link.#closed?.(`closed with ${code}`);
      });
      socket.on('message', (frame: Buffer) => {
        const text = frame.toString('latin1');
        if (text.startsWith('0')) socket.send(`40/${namespace},${JSON.stringify(auth)}`);
        else if (text.startsWith(`40/${namespace},`)) resolve(link);
        else if (text.startsWith(`44/${namespace},`)) reject(new Error(text));
        else link.#receive(text);
      });
    });
  }

  #receive(text: string): void {
    if (text === '2') {
      this.#socket.send('3');
    } else if (text.startsWith('42')) {
      this.onEvent?.(text);
    } else if (text.startsWith('43')) {
      const from = this.#prefix.length;
      const id = Number.parseInt(text.slice(from, from + 20), 10);
      const waiting = this.#acks.get(id);
      this.#acks.delete(id);
      if (waiting) waiting(JSON.parse(text.slice(text.indexOf('[', from)))[0]);
      else this.onAck?.(id, text);
    }
  }

  /** One command and its answer, the slow way. */
  async command<Value>(name: string, payload: unknown): Promise<Value> {
    const answer = await new Promise<unknown>((resolve, reject) => {
      const id = this.#nextAck++;
      this.#acks.set(id, resolve);
      this.#closed = (why) => reject(new Error(`${name}: ${why}`));
      this.#socket.send(`${this.#prefix}${id}${JSON.stringify([name, payload])}`);
    });
    const { ok, value } = answer as { ok: boolean; value: Value };
    if (!ok) throw new Error(`${name}: ${JSON.stringify(answer)}`);
    return value;
  }

  /** A ready-made frame's rest. Numbers above a million are free for these acks. */
  send(id: number, json: string): void {
    this.#socket.send(`${this.#prefix}${id}${json}`);
  }

  close(): void {
    this.#closed = undefined;
    this.#socket.terminate();
  }
}
