import type { LookSettings } from '../../protocol/wire/look.ts';

/** What a page's Content-Security-Policy must allow, by directive. */
export interface PagePolicy {
  [directive: string]: string[];
}

/**
 * W5, Z9: no `style-src`, no `unsafe-…`. `'self'` does not cover sockets of another origin, so wss is named. Files, faces and the second
 * tag need nothing more: they are fetched from the relay, and pictures are drawn from what was fetched. A logo is a picture like the
 * page's own; the frame of isolated mode (W32) has its own policy, so the page connects to nothing.
 */
export function policyFor(
  relay: string,
  { logo, isolate }: Partial<LookSettings> = {},
  tellsPresence = false,
): PagePolicy {
  const socket = relay.replace(/^http/, 'ws');
  // The second tag says who is there, where that is on, from the page itself.
  const framed: PagePolicy = { 'frame-src': [relay], ...(tellsPresence && { 'connect-src': [relay] }) };
  const reached: PagePolicy = isolate ? framed : { 'connect-src': [relay, socket] };
  // In the frame the logo is the frame's, and its policy allows it.
  const picture: PagePolicy = logo && !isolate ? { 'img-src': [originOf(logo)] } : {};
  return { 'script-src': [relay], ...reached, ...picture };
}

/** Of an https address, as the schema of the look lets it through. */
function originOf(address: string): string {
  return address.split(/[/?#]/).slice(0, 3).join('/').toLowerCase();
}

/** As it stands in the header. */
export function headerOf(policy: PagePolicy): string {
  return Object.entries(policy)
    .map(([directive, sources]) => `${directive} ${sources.join(' ')}`)
    .join('; ');
}
