/** Where a service is asked: owners write its address with the path of the interface or without it. */
export function addressOf(url: string, path: '/translate' | '/chat/completions'): string {
  const plain = url.trim().replace(/\/+$/, '');
  return plain.endsWith(path) ? plain : `${plain}${path}`;
}

/** CS6: whether what was meant for one address may go to the other. */
export function isSamePlace(url: string, other: string): boolean {
  return originOf(url) !== null && originOf(url) === originOf(other);
}

function originOf(url: string): string | null {
  return /^https?:\/\/[^/?#]+/i.exec(url.trim())?.[0].toLowerCase() ?? null;
}
