/** What a file is by its content. `other`: nothing that we know, programs and recordings among it. */
export const FILE_KINDS = ['image', 'document', 'archive', 'other'] as const;
export type FileKind = (typeof FILE_KINDS)[number];

/** A file as a message carries it. Its address is worth nothing without the right to read the conversation. */
export interface FileCard {
  id: string;
  name: string;
  kind: FileKind;
  /** By content; what it is served as. */
  type: string;
  bytes: number;
  /** Only of pictures that may be shown: they are clean, of a known form and of a size that a browser can draw. */
  width?: number | undefined;
  height?: number | undefined;
  /** Of pictures: what it shows, in the words of who sent it (F9). */
  alt?: string | undefined;
}

/** What owners set for a site (F7). */
export interface FileSettings {
  on: boolean;
  /** At most FILE_BYTES_MAX. */
  bytesMax: number;
  kinds: FileKind[];
  /** A file is removed so many days after it was sent; null: kept as long as its conversation. */
  keepDays: number | null;
}

/** What is said before anything is chosen: `files:read`. */
export type FileRules = Pick<FileSettings, 'on' | 'bytesMax' | 'kinds'>;

/** Kinds that owners who set nothing take: not `other`, for what we do not know we cannot clean either. */
export const FILE_SETTINGS_USUAL: Omit<FileSettings, 'bytesMax'> = {
  on: true,
  kinds: ['image', 'document', 'archive'],
  keepDays: null,
};
