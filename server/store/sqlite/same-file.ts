import { statSync } from 'node:fs';
import { StoreUnavailable } from '../store.ts';

/**
 * An open file goes on taking writes after somebody deleted it or put another one in its place, and all of them are lost
 * with the process. So each commit looks first (a few microseconds): what is answered as stored must be found again.
 */
export function expectSameFile(file: string): () => void {
  const { ino, dev } = statSync(file);
  return () => {
    const now = statSync(file, { throwIfNoEntry: false });
    if (now?.ino === ino && now.dev === dev) return;
    throw new StoreUnavailable(
      now
        ? 'The database cannot be used now: another file is in its place; start the relay again.'
        : 'The database cannot be used now: its file was moved or deleted.',
    );
  };
}
