const BYTES = 16;

/**
 * The time, so that the relay's index grows at its end (S6), then 128 random bits, base64url: what makes a repeated send
 * recognisable. Also where pages have no secure context.
 */
export function newClientId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(BYTES));
  const random = btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
  return Date.now().toString(36) + random;
}
