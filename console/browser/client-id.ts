const BYTES = 16;

/** 128 random bits, base64url: what makes a repeated send recognisable. Also where pages have no secure context. */
export function newClientId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(BYTES));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}
