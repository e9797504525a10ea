/** In every runtime there is; the types of the models know neither a browser nor Node. */
declare const URL: new (address: string) => { protocol: string; host: string };

/** Z2 As browsers send it: a host in letters of its own language is written in its ASCII form (`xn--…`). What is no address stays as it is. */
export function plainOrigin(line: string): string {
  const [written] = /^\s*https?:\/\/[^/?#\s]*[^\0-\x7f][^/?#\s]*/i.exec(line) ?? [];
  if (written === undefined) return line;
  try {
    const { protocol, host } = new URL(written);
    return `${protocol}//${host}${line.slice(written.length)}`;
  } catch {
    return line;
  }
}

/** Z7 The address of a page, without its fragment; a bare host is meant with https. Null for what no page has. */
export function pageAddress(text: string): string | null {
  const given = text.trim();
  const [, full] = /^(https?:\/\/[^\s#]+)/i.exec(given) ?? [];
  if (full !== undefined) return full;
  const [, bare] = /^([a-z0-9-]+(?:\.[a-z0-9-]+)+(?::\d+)?(?:[/?][^\s#]*)?)(?:#|$)/i.exec(given) ?? [];
  return bare === undefined ? null : `https://${bare}`;
}
