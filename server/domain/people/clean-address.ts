const LENGTH_MAX = 2_048;

/** J5: an address without what may be a secret: nothing behind `?` and `#`, no name or password. Undefined: it is no web address. */
export function cleanAddress(given: string): string | undefined {
  const parts = /^(https?:\/\/)(?:[^/?#@]*@)?([^/?#@]+)([^?#]*)/i.exec(given);
  if (!parts) return undefined;
  const [, scheme = '', host = '', path = ''] = parts;
  return `${scheme}${host}${path}`.slice(0, LENGTH_MAX);
}
