/** What is left of a picture without its metadata: slices of the original, and a few bytes of our own. */
export interface CleanImage {
  type: 'image/jpeg' | 'image/png' | 'image/webp' | 'image/gif';
  parts: Uint8Array[];
  width: number;
  height: number;
}

export function be16(bytes: Uint8Array, at: number): number {
  return ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
}

export function be32(bytes: Uint8Array, at: number): number {
  return be16(bytes, at) * 65_536 + be16(bytes, at + 2);
}

export function le16(bytes: Uint8Array, at: number): number {
  return (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8);
}

export function le24(bytes: Uint8Array, at: number): number {
  return le16(bytes, at) | ((bytes[at + 2] ?? 0) << 16);
}

export function le32(bytes: Uint8Array, at: number): number {
  return le16(bytes, at) + le16(bytes, at + 2) * 65_536;
}

export function hasText(bytes: Uint8Array, at: number, text: string): boolean {
  for (let index = 0; index < text.length; index += 1) if (bytes[at + index] !== text.charCodeAt(index)) return false;
  return true;
}

export function textAt(bytes: Uint8Array, at: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + length));
}

/** Slices that follow each other become one: a picture may consist of a hundred thousand pieces. */
export class Kept {
  readonly parts: Uint8Array[] = [];
  readonly #bytes: Uint8Array;
  #from = 0;
  #to = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  keep(from: number, to: number): void {
    if (from !== this.#to) this.#flush(from);
    this.#to = to;
  }

  add(own: Uint8Array, skipTo: number): void {
    this.#flush(skipTo);
    this.parts.push(own);
  }

  end(): Uint8Array[] {
    this.#flush(0);
    return this.parts;
  }

  #flush(next: number): void {
    if (this.#to > this.#from) this.parts.push(this.#bytes.subarray(this.#from, this.#to));
    this.#from = next;
    this.#to = next;
  }
}
