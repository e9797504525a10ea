import { buffersOf } from './buffers-of.ts';
import type { CountedPart } from './counted.ts';

interface Kept {
  part: CountedPart;
  /** From when on time changes no judgement in it. */
  settledAt: number;
  bytes: number;
}

/** What was counted of packs that lie wholly within a period, by question and packs. Up to so many bytes; what was not asked for longest goes first. */
export class KeptParts {
  readonly #kept = new Map<string, Kept>();
  readonly #bytesMax: number;
  #bytes = 0;

  constructor(bytesMax: number) {
    this.#bytesMax = bytesMax;
  }

  get bytes(): number {
    return this.#bytes;
  }

  find(key: string, now: number): CountedPart | undefined {
    const known = this.#kept.get(key);
    if (!known || now < known.settledAt) return undefined;
    this.#kept.delete(key);
    this.#kept.set(key, known);
    return known.part;
  }

  put(key: string, part: CountedPart, settledAt: number): void {
    this.#drop(key);
    const bytes = key.length * 2 + bytesOf(part);
    if (bytes > this.#bytesMax) return;
    this.#kept.set(key, { part, settledAt, bytes });
    this.#bytes += bytes;
    for (const oldest of this.#kept.keys()) {
      if (this.#bytes <= this.#bytesMax) return;
      this.#drop(oldest);
    }
  }

  #drop(key: string): void {
    this.#bytes -= this.#kept.get(key)?.bytes ?? 0;
    this.#kept.delete(key);
  }
}

function bytesOf(part: CountedPart): number {
  const words = part.keys.reduce((sum, key) => sum + key.length * 2, 0);
  return buffersOf(part).reduce((sum, { byteLength }) => sum + byteLength, words);
}
