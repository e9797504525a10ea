import type { Clipboard } from '../model/ports.ts';

/** Refused on plain http of another host and where the person denied it: the page then says so. */
export const pageClipboard: Clipboard = {
  async copy(text) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      return false;
    }
  },
};
