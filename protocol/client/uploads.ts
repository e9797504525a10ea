import { type Answer, type ErrorCode, remedyOf } from '../wire/errors.ts';
import type { FileRules } from '../wire/files.ts';
import { FILE_PART_BYTES_MAX, FILES_CHOSEN_MAX } from '../wire/limits.ts';
import type { FilePart, FileProgress } from '../wire/upload.ts';

/** A file that the person chose, dropped or pasted. */
export interface Chosen {
  name: string;
  bytes: number;
  /** As the browser guesses it; only for what is shown. */
  type: string;
  /** What it shows, in the sender's words (F9). */
  alt?: string | undefined;
  read(): Promise<Uint8Array>;
  /** Shows a small picture of it, where it is one. */
  draw(canvas: unknown): Promise<boolean>;
}

export interface Upload {
  clientId: string;
  file: Chosen;
  /** `held`: not sent before the person says so. `waiting`: the network or the relay is not there; it goes on by itself. */
  state: 'held' | 'sending' | 'waiting' | 'failed';
  /** 0 to 1. */
  done: number;
  /** `lost`: the page was left before it had arrived; its bytes are gone with the page. */
  error?: ErrorCode | 'too_many' | 'unreadable' | 'unclean' | 'empty' | 'lost' | undefined;
  /** Who chose it. */
  whose?: string | null | undefined;
}

export interface UploadPorts {
  newClientId(): string;
  conversationId(): string | undefined;
  /** Changes when somebody else is here, whose conversation it must not reach; left out: nobody else comes. */
  whose?(): string | null;
  page(): FilePart['page'];
  /**
   * Without what a picture tells of its maker (F3); null where that cannot be taken out. Rejects where the part that does it could not
   * be fetched: it is asked again.
   */
  clean(bytes: Uint8Array): Uint8Array | null | Promise<Uint8Array | null>;
  send(part: FilePart, content: Uint8Array): Promise<Answer<FileProgress>>;
  cancel(clientId: string): void;
  wait(ms: number): Promise<void>;
  changed(): void;
  /** Whether it waits for a word of the person; left out: nothing does. */
  holds?(file: Chosen): boolean;
  /** Remembers these beyond the page, and answers those that the page before left behind; where nothing is kept it is left out. */
  kept?: { read(): UploadMark[]; write(marks: UploadMark[]): void };
}

/** What is known of an upload when its page is gone. */
export interface UploadMark {
  clientId: string;
  name: string;
}

const AGAIN_MS = 2_000;

/** Files on their way to the relay, one at a time, part by part; one that was cut goes on where it was (F1). */
export class Uploads {
  list: readonly Upload[] = [];
  rules: FileRules | null = null;
  readonly #ports: UploadPorts;
  #running = false;
  #stopped = false;

  constructor(ports: UploadPorts) {
    this.#ports = ports;
    this.list = (ports.kept?.read() ?? []).map(lostUpload);
  }

  add(files: readonly Chosen[]): void {
    const { rules } = this;
    if (!rules?.on) return;
    const added = shortened(files).map((file, index): Upload => {
      const error =
        index >= FILES_CHOSEN_MAX
          ? 'too_many'
          : file.bytes > rules.bytesMax
            ? 'too_large'
            : file.bytes === 0
              ? 'empty'
              : undefined;
      const state = error ? 'failed' : this.#ports.holds?.(file) ? 'held' : 'sending';
      return { clientId: this.#ports.newClientId(), file, done: 0, state, error, whose: this.#ports.whose?.() };
    });
    this.#set([...this.list, ...added]);
    void this.#run();
  }

  /** Taken back: one that is stored already stays in the chat. */
  remove(upload: Upload): void {
    this.#ports.cancel(upload.clientId);
    this.#set(this.list.filter((one) => one.clientId !== upload.clientId));
  }

  describe({ clientId, file }: Upload, alt: string): void {
    this.#change(clientId, { file: { ...file, alt } });
  }

  retry(upload: Upload): void {
    this.#change(upload.clientId, { state: 'sending', error: undefined });
    void this.#run();
  }

  /** The chat is gone from the page: nothing is sent any more, and what was on its way is lost. */
  stop(): void {
    this.#stopped = true;
  }

  async #run(): Promise<void> {
    if (this.#running) return;
    this.#running = true;
    for (;;) {
      const next = this.list.find(({ state }) => state !== 'failed' && state !== 'held');
      if (!next || this.#stopped) break;
      await this.#send(next);
    }
    this.#running = false;
  }

  async #send({ clientId, file, whose }: Upload): Promise<void> {
    const content = await this.#readClean(clientId, file);
    if (this.#stopped) return;
    if (typeof content === 'string') return this.#fail(clientId, content);
    const { name, alt } = file;
    let conversationId = this.#ports.conversationId();
    let offset = 0;
    while (!this.#stopped && this.list.some((one) => one.clientId === clientId)) {
      // Somebody else is here now. In the same conversation it is the same person under a new token (I3).
      const isSame = this.#ports.whose?.() === whose || this.#holds(conversationId);
      if (!isSame) return this.#set(this.list.filter((one) => one.whose !== whose));
      const part = { clientId, name, bytes: content.length, offset, conversationId, page: this.#ports.page(), alt };
      const answer = await this.#ports.send(part, content.subarray(offset, offset + FILE_PART_BYTES_MAX));
      if (this.#stopped) return;
      if (answer.ok) {
        const { received, stored } = answer.value;
        if (stored) return this.#set(this.list.filter((one) => one.clientId !== clientId));
        offset = received;
        this.#change(clientId, { state: 'sending', done: received / content.length });
      } else if (isOver(answer.error) && conversationId !== undefined) {
        // The chat ended meanwhile: it goes into the next one.
        conversationId = undefined;
      } else if (remedyOf(answer.error) === 'never') {
        return this.#fail(clientId, answer.error);
      } else {
        this.#change(clientId, { state: 'waiting' });
        await this.#ports.wait(Math.max(answer.retryAfterMs ?? 0, AGAIN_MS));
      }
    }
  }

  #holds(conversationId: string | undefined): boolean {
    return conversationId !== undefined && conversationId === this.#ports.conversationId();
  }

  async #readClean(clientId: string, file: Chosen): Promise<Uint8Array | 'unreadable' | 'unclean'> {
    const bytes = await file.read().catch(() => null);
    while (bytes && !this.#stopped && this.list.some((one) => one.clientId === clientId)) {
      const clean = await Promise.resolve(bytes)
        .then(this.#ports.clean)
        .catch(() => undefined);
      if (clean !== undefined) return clean ?? 'unclean';
      this.#change(clientId, { state: 'waiting' });
      await this.#ports.wait(AGAIN_MS);
    }
    return 'unreadable';
  }

  #fail(clientId: string, error: Upload['error']): void {
    this.#change(clientId, { state: 'failed', error });
  }

  #change(clientId: string, changed: Partial<Upload>): void {
    this.#set(this.list.map((one) => (one.clientId === clientId ? { ...one, ...changed } : one)));
  }

  #set(list: readonly Upload[]): void {
    this.list = list;
    const marks = list.flatMap(({ clientId, state, file }) =>
      state === 'failed' ? [] : [{ clientId, name: file.name }],
    );
    this.#ports.kept?.write(marks);
    this.#ports.changed();
  }
}

function lostUpload({ clientId, name }: UploadMark): Upload {
  const file: Chosen = { name, bytes: 0, type: '', read: async () => new Uint8Array(0), draw: async () => false };
  return { clientId, file, done: 0, state: 'failed', error: 'lost' };
}

function isOver(error: ErrorCode): boolean {
  return error === 'conversation_closed' || error === 'not_found';
}

/** What is too much is one line to take away, not hundreds. */
function shortened(files: readonly Chosen[]): Chosen[] {
  const shown = files.slice(0, FILES_CHOSEN_MAX);
  const [first, ...more] = files.slice(FILES_CHOSEN_MAX);
  const last = more.at(-1);
  return first ? [...shown, last ? { ...first, name: `${first.name} … ${last.name}` } : first] : shown;
}
