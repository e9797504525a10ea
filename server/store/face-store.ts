import type { Face } from '../../protocol/wire/faces.ts';

/** How visitors see agents (W31). Part of the store (store.ts). */
export interface FaceStore {
  /** Of those who have set one, with the sites they serve; none listed: all. */
  listFaces(agentIds: string[]): Promise<StoredFace[]>;
  /** A picture that is left out stays; null takes it away. */
  setFace(input: {
    agentId: string;
    title: string;
    picture?: NewPicture | null | undefined;
    at: number;
  }): Promise<'changed' | 'not_found'>;
  findPicture(id: string): Promise<StoredPicture | undefined>;
}

export type StoredFace = Face & { siteIds: string[] };

/** `content`: in base 64, as it is small and both databases keep text alike. */
export interface NewPicture {
  id: string;
  type: string;
  content: string;
}

export interface StoredPicture {
  type: string;
  content: string;
  siteIds: string[];
}
