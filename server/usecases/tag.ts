import { attributeOf, type LookSettings, tagOptionsOf } from '../../protocol/wire/look.ts';

/**
 * Z1: the one line that owners put on their pages. The key stands in the address, so that the relay serves the site's look with the script,
 * and beside it, for where an address loses its query on the way.
 */
export function tagOf(relay: string, key: string): string {
  return `<script async src="${relay}/deskbell.js?site=${encodeURIComponent(key)}" data-site="${escaped(key)}"></script>`;
}

/** Y6: a pinned script never changes, so what the owner set of the look stands in its tag. */
export function pinnedTagOf(
  relay: string,
  key: string,
  { path, integrity }: { path: string; integrity: string },
  look: LookSettings,
): string {
  const options = Object.entries(tagOptionsOf(look)).map(
    ([name, value]) => ` ${attributeOf(name)}="${escaped(value)}"`,
  );
  return `<script async src="${relay}${path}" data-site="${escaped(key)}"${options.join('')} integrity="${integrity}" crossorigin="anonymous"></script>`;
}

/** X1 */
export function proactiveTagOf(relay: string, key: string): string {
  return `<script async src="${relay}/proactive/${encodeURIComponent(key)}.js"></script>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
