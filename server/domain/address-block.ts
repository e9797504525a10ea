/**
 * The block of addresses one household or machine can pick from freely (A3): a single IPv4 address, an IPv6 /64. IPv4 written
 * as IPv6 counts as IPv4. What is no address is its own block, so that a strange caller is limited too.
 */
export function readAddressBlock(address: string): string {
  const text = (address.split('%')[0] ?? '').trim().toLowerCase();
  if (!text.includes(':')) return text || 'unknown';
  const groups = expand(text);
  if (!groups) return text;
  const mapped = groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff;
  if (mapped) return [groups[6] ?? 0, groups[7] ?? 0].map((pair) => `${pair >> 8}.${pair & 255}`).join('.');
  return `${groups
    .slice(0, 4)
    .map((group) => group.toString(16))
    .join(':')}::/64`;
}

/** The eight 16-bit groups of an IPv6 address, or undefined where the text is none. */
function expand(text: string): number[] | undefined {
  const halves = text.split('::');
  if (halves.length > 2) return undefined;
  const [head, tail] = halves.map(readGroups);
  if (!head || (halves.length === 2 && !tail)) return undefined;
  const missing = 8 - head.length - (tail?.length ?? 0);
  if (halves.length === 1 ? missing !== 0 : missing < 1) return undefined;
  return [...head, ...Array<number>(missing).fill(0), ...(tail ?? [])];
}

function readGroups(text: string): number[] | undefined {
  if (text === '') return [];
  const groups: number[] = [];
  const parts = text.split(':');
  for (const [index, part] of parts.entries()) {
    const quad = index === parts.length - 1 ? readQuad(part) : undefined;
    if (quad) groups.push(...quad);
    else if (/^[0-9a-f]{1,4}$/.test(part)) groups.push(Number.parseInt(part, 16));
    else return undefined;
  }
  return groups;
}

/** The last part may be written as IPv4: two groups. */
function readQuad(part: string): [number, number] | undefined {
  const match = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(part);
  if (!match) return undefined;
  const [a = 0, b = 0, c = 0, d = 0] = match.slice(1).map(Number);
  return [a, b, c, d].every((byte) => byte <= 255) ? [(a << 8) | b, (c << 8) | d] : undefined;
}
