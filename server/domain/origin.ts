export type OriginCheck = { origin: string } | { wrong: string };

const DEFAULT_PORTS: Record<string, number> = { http: 80, https: 443 };

/**
 * An allowed origin in the form in which browsers send it (D8): scheme, host, port unless it is the default one, lower case. Answers
 * `wrong`, a sentence, for everything that could never match or would match too much.
 */
export function normaliseOrigin(text: string): OriginCheck {
  const trimmed = text.trim();
  const match = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)(.*)$/i.exec(trimmed);
  if (!match) return wrong(trimmed, 'write it as https://shop.example');
  const scheme = (match[1] ?? '').toLowerCase();
  const authority = (match[2] ?? '').toLowerCase();
  // A lone slash is how addresses are copied from the browser; it is no path yet.
  if (match[3] !== '' && match[3] !== '/') return wrong(trimmed, 'leave out the path');
  if (!(scheme in DEFAULT_PORTS)) return wrong(trimmed, 'only http and https have origins here');
  if (authority.includes('*')) return wrong(trimmed, 'wildcards are not supported, list each origin');
  if (authority.includes('@')) return wrong(trimmed, 'leave out the user name');
  const parts = /^(\[[0-9a-f:.]+\]|[^:]*)(?::(\d{1,5}))?$/.exec(authority);
  const host = parts?.[1] ?? '';
  const port = parts?.[2] === undefined ? DEFAULT_PORTS[scheme] : Number(parts[2]);
  if (!parts || port === undefined || port < 1 || port > 65_535) return wrong(trimmed, 'the port is not valid');
  if (/[^\0-\x7f]/.test(host)) return wrong(trimmed, 'write the host in its ASCII form (xn--…)');
  if (!isHost(host)) return wrong(trimmed, 'the host is not valid');
  return { origin: `${scheme}://${host}${port === DEFAULT_PORTS[scheme] ? '' : `:${port}`}` };
}

function isHost(host: string): boolean {
  if (host.startsWith('[')) return true;
  return host.length <= 253 && host.split('.').every((label) => /^[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?$/.test(label));
}

function wrong(text: string, why: string): OriginCheck {
  return { wrong: `"${text}" is not an origin: ${why}.` };
}
