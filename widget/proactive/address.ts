/** Where the visitor is, in parts. */
export interface Address {
  origin: string;
  path: string;
  search: string;
  hash: string;
}

/** Longer ones are looked at so far: what a page writes there must not cost the visitor time. */
const LENGTH_MAX = 2_000;

/**
 * X2: `*` stands for anything, all else for itself. A pattern that begins with https:// is about the origin too; what follows `?`
 * and `#` matters only where the pattern has such a sign. A slash at the end makes no difference.
 */
export function matches(pattern: string, address: Address): boolean {
  const text =
    (/^https?:/i.test(pattern) ? address.origin : '') +
    plain(address.path) +
    (pattern.indexOf('?') >= 0 ? plain(address.search) : '') +
    (pattern.indexOf('#') >= 0 ? plain(address.hash) : '');
  const wanted = plain(pattern);
  const here = text.slice(0, LENGTH_MAX);
  return isLike(wanted, here) || isLike(bare(wanted), bare(here));
}

/** Two places to go back to at most: its time grows with the product of both lengths and no further. */
function isLike(pattern: string, text: string): boolean {
  let [at, here] = [0, 0];
  let [star, tried] = [-1, 0];
  while (here < text.length) {
    // The star first: one in the address is an ordinary sign.
    if (pattern[at] === '*') {
      star = at;
      at += 1;
      tried = here;
    } else if (pattern[at] === text[here]) {
      at += 1;
      here += 1;
    } else if (star >= 0) {
      tried += 1;
      at = star + 1;
      here = tried;
    } else return false;
  }
  while (pattern[at] === '*') at += 1;
  return at === pattern.length;
}

const bare = (text: string) => text.replace(/\/$/, '');

/** As people write it: `/caf%C3%A9` is `/café`. */
function plain(part: string): string {
  try {
    return decodeURI(part);
  } catch {
    return part;
  }
}
