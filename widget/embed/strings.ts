/** Every text of the loader. People read the first four, owners of a site the rest, in the browser's console. */
export const strings = {
  open: 'Open chat',
  close: 'Close chat',
  failed: 'The chat could not be loaded. Press the bell to try again.',
  siteMissing: 'Deskbell: the script tag needs data-site, the key of this site.',
  tagMissing: 'Deskbell: use a plain <script async src> tag; modules and inlined copies cannot find their settings.',
  browserTooOld: 'Deskbell: this browser has no constructable style sheets; the chat stays away.',
};
