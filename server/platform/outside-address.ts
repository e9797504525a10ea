import { lookup } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { isPublicAddress } from './public-address.ts';

const NAMES_INSIDE = /(?:^|\.)(?:localhost|local|internal|lan|home|corp|intranet|arpa|test|invalid)\.?$/;

/** What a lookup fails with where a name leads inside. */
export const LEADS_INSIDE = 'EINSIDE';

/** NT9, CS2: TLS, the usual port, no user, and no name or address inside. Where a name leads is looked at when it is connected. */
export function isOutside(address: string): boolean {
  const { protocol, port, username, password, hostname } = new URL(address);
  if (protocol !== 'https:' || port !== '' || username !== '' || password !== '') return false;
  const host = hostname.replace(/^\[|\]$/g, '');
  return isIP(host) ? isPublicAddress(host) : hostname.includes('.') && !NAMES_INSIDE.test(hostname);
}

/** Every address of the name must be outside: one that is not is reason enough to leave it. */
export const lookupOutside: LookupFunction = (hostname, options, done) => {
  lookup(hostname, { ...options, all: true }, (error, found) => {
    if (error) return done(error, '');
    const first = found[0];
    if (!first || !found.every(({ address }) => isPublicAddress(address))) {
      return done(Object.assign(new Error('It leads inside.'), { code: LEADS_INSIDE }), '');
    }
    if (options.all) (done as (error: null, all: typeof found) => void)(null, found);
    else done(null, first.address, first.family);
  });
};
