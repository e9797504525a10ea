/** What a page's Content-Security-Policy must allow, by directive. */
export interface PagePolicy {
  [directive: string]: string[];
}

/** W5: no `style-src`, no `unsafe-…`. `'self'` does not cover sockets of another origin, so wss is named. */
export function policyFor(relay: string): PagePolicy {
  const socket = relay.replace(/^http/, 'ws');
  return { 'script-src': [relay], 'connect-src': [relay, socket] };
}

/** As it stands in the header. */
export function headerOf(policy: PagePolicy): string {
  return Object.entries(policy)
    .map(([directive, sources]) => `${directive} ${sources.join(' ')}`)
    .join('; ');
}
