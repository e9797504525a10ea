import { signal } from '@preact/signals';
import type { Face } from '../../protocol/wire/faces.ts';
import { FACE_TITLE_CHARS_MAX } from '../../protocol/wire/limits.ts';
import type { Api } from './api.ts';

export interface FacesParts {
  api: Api;
  /** The middle of a picture as a small square, in base 64; null: it is none that can be read. */
  shrinkPicture(file: unknown): Promise<string | null>;
  onSessionEnded(): void;
}

export type FaceProblem = 'unreadable' | 'refused' | 'later';

/** How visitors see an agent: a form that is one person's at a time. */
export class FaceForm {
  readonly titleMax = FACE_TITLE_CHARS_MAX;
  /** Null while it is on its way. */
  readonly face = signal<Face | null>(null);
  readonly title = signal('');
  readonly saving = signal(false);
  readonly saved = signal(false);
  readonly problem = signal<FaceProblem | null>(null);
  readonly #agentId: string;
  readonly #parts: FacesParts;

  constructor(agentId: string, parts: FacesParts) {
    this.#agentId = agentId;
    this.#parts = parts;
  }

  async load(): Promise<void> {
    const answer = await this.#parts.api.face(this.#agentId);
    // What was kept meanwhile is later than this answer.
    if (this.saving.peek() || this.saved.peek()) return;
    this.#take(answer);
    this.saved.value = false;
  }

  save(): Promise<void> {
    return this.#write({});
  }

  /** The typed title goes along, so that nothing typed is lost. */
  async choose(file: unknown): Promise<void> {
    const picture = await this.#parts.shrinkPicture(file);
    if (picture) return this.#write({ picture });
    this.saved.value = false;
    this.problem.value = 'unreadable';
  }

  removePicture(): Promise<void> {
    return this.#write({ picture: null });
  }

  async #write(change: { picture?: string | null }): Promise<void> {
    if (this.saving.value) return;
    this.saving.value = true;
    this.saved.value = false;
    this.#take(await this.#parts.api.setFace(this.#agentId, { title: this.title.value.trim(), ...change }));
    this.saving.value = false;
  }

  #take(answer: Awaited<ReturnType<Api['face']>>): void {
    if (answer.ok) {
      this.face.value = answer.value;
      this.title.value = answer.value.title;
      this.saved.value = true;
      this.problem.value = null;
      return;
    }
    if (answer.error === 'unauthorized') this.#parts.onSessionEnded();
    const isRefused = answer.error === 'file_refused' || answer.error === 'invalid_payload';
    this.problem.value = isRefused ? 'refused' : 'later';
  }
}
