/**
 * The time, so that the relay's index grows at its end (S6), then 128 random bits, URL-safe. `crypto.randomUUID` is missing on plain http pages; this is not.
 */
export function newClientId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const random = btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
  return Date.now().toString(36) + random;
}
