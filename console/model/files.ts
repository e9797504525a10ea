import { computed, signal } from '@preact/signals';
import { type Chosen, type Upload, Uploads } from '../../protocol/client/uploads.ts';
import type { Answer } from '../../protocol/wire/errors.ts';
import type { FileRules } from '../../protocol/wire/files.ts';
import { ACK_TIMEOUT_MS, FILE_ALT_CHARS_MAX } from '../../protocol/wire/limits.ts';
import type { FilePart, FileProgress } from '../../protocol/wire/upload.ts';
import type { Http, NewClientId } from './ports.ts';

export interface FilePorts {
  send(part: FilePart, content: Uint8Array): Promise<Answer<FileProgress>>;
  cancel(clientId: string): void;
  wait(ms: number): Promise<void>;
  chosen(files: Iterable<unknown>): Chosen[];
}

/** What is on its way into one conversation. */
export interface ThreadFiles {
  uploads: Uploads;
  /** Moves with each change of the list. */
  moved: { readonly value: number };
  /** Whether pictures wait to be described and sent (F9). */
  holding: { readonly value: boolean };
  altCharsMax: number;
  add(files: Iterable<unknown>): void;
  /** Those that wait, or one of them. */
  release(one?: Upload): void;
  readRules(): Promise<void>;
}

/** Files of the team: they go on being sent while the agent looks at another conversation. */
export class Files {
  readonly #threads = new Map<string, ThreadFiles>();
  readonly #ports: FilePorts;
  readonly #http: Http;
  readonly #newClientId: NewClientId;

  constructor(ports: FilePorts, http: Http, newClientId: NewClientId) {
    this.#ports = ports;
    this.#http = http;
    this.#newClientId = newClientId;
  }

  of(conversationId: string): ThreadFiles {
    const known = this.#threads.get(conversationId);
    if (known) return known;
    const moved = signal(0);
    const uploads = new Uploads({
      ...this.#ports,
      newClientId: this.#newClientId,
      // Fetched with the first file.
      clean: async (bytes) => (await import('../../protocol/client/clean-bytes.ts')).cleanBytes(bytes),
      conversationId: () => conversationId,
      page: () => undefined,
      // Drawings in SVG are texts to the relay (F2).
      holds: ({ type }) => /^image\/(?!svg)/.test(type),
      changed: () => {
        moved.value += 1;
      },
    });
    const made: ThreadFiles = {
      uploads,
      moved,
      holding: computed(() => moved.value > 0 && uploads.list.some(({ state }) => state === 'held')),
      altCharsMax: FILE_ALT_CHARS_MAX,
      release(one) {
        for (const upload of one ? [one] : uploads.list) if (upload.state === 'held') uploads.retry(upload);
      },
      add: (files) => uploads.add(this.#ports.chosen(files)),
      readRules: async () => {
        const path = '/api/v1/agent/commands/files:read';
        const question = { method: 'POST', path, body: { conversationId }, timeoutMs: ACK_TIMEOUT_MS } as const;
        const answer = (await this.#http.ask(question)) as Answer<FileRules> | undefined;
        if (!answer?.ok) return;
        uploads.rules = answer.value;
        moved.value += 1;
      },
    };
    this.#threads.set(conversationId, made);
    return made;
  }
}
