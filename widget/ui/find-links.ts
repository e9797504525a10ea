/** A piece of a text; with `href` it is an address. */
export interface Piece {
  text: string;
  href?: string;
  /** The host as the network knows it, where the text shows another one. */
  host?: string;
}

const CANDIDATE =
  /(?<![\w:/.@-])(?:https?:\/\/|www\.)[^\s<>"`]+|(?<![\w:/.@+-])(?:mailto:)?[\w.+-]+@(?:[a-z\d-]+\.)+[a-z]{2,}\b/giu;
/** What ends a sentence, not an address. */
const TAIL = /[.,;:!?'"*_~»”’]+$/u;
/** Marks that turn the direction of a text or take no room: an address with them is not what it seems. */
const HIDDEN = /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/u;

/** The text in pieces, in order: nothing of it is lost, and only web and e-mail addresses become links. */
export function findLinks(text: string): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const { 0: found, index } of text.matchAll(CANDIDATE)) {
    const shown = trimEnd(found);
    const link = linkOf(shown);
    if (!link) continue;
    if (index > from) pieces.push({ text: text.slice(from, index) });
    pieces.push({ text: shown, ...link });
    from = index + shown.length;
  }
  if (from < text.length) pieces.push({ text: text.slice(from) });
  return pieces;
}

/** A closing bracket belongs to the address only where it was opened in it. */
function trimEnd(found: string): string {
  let shown = found;
  for (;;) {
    const before = shown;
    shown = shown.replace(TAIL, '');
    const last = shown.at(-1) ?? '';
    const opening = { ')': '(', ']': '[', '}': '{' }[last];
    if (opening && shown.split(opening).length < shown.split(last).length) shown = shown.slice(0, -1);
    if (shown === before) return shown;
  }
}

function linkOf(shown: string): Omit<Piece, 'text'> | null {
  if (HIDDEN.test(shown)) return null;
  const isMail = !/^(?:https?:\/\/|www\.)/i.test(shown);
  if (isMail) return { href: `mailto:${shown.replace(/^mailto:/i, '')}` };
  try {
    const url = new URL(/^www\./i.test(shown) ? `https://${shown}` : shown);
    if (url.protocol !== 'http:' && url.protocol !== 'https:') return null;
    if (!/[.:]|^localhost$/.test(url.hostname)) return null;
    const said = /^(?:https?:\/\/)?([^/?#]*)/i.exec(shown)?.[1]?.toLowerCase();
    // Letters of another script, or a name before an @: the text alone would not say where it leads.
    return said === url.host || said === `${url.host}:443` || said === `${url.host}:80`
      ? { href: url.href }
      : { href: url.href, host: url.host };
  } catch {
    return null;
  }
}
