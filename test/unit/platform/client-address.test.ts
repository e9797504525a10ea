import { describe, expect, test } from 'vitest';
import { clientAddress, createProxyTrust, isEncrypted } from '../../../server/platform/client-address.ts';

const asked = (remoteAddress: string, forwarded?: string, proto?: string) => ({
  headers: { 'x-forwarded-for': forwarded, 'x-forwarded-proto': proto },
  socket: { remoteAddress },
});

describe('4.1.3: who calls', () => {
  test.each([
    ['nobody is believed without TRUST_PROXY', undefined, '10.0.0.1', '1.2.3.4', '10.0.0.1'],
    ['one proxy: the last address it wrote', 1, '10.0.0.1', '6.6.6.6, 1.2.3.4', '1.2.3.4'],
    ['two proxies', 2, '10.0.0.1', '6.6.6.6, 1.2.3.4, 10.0.0.2', '1.2.3.4'],
    ['more proxies than there were hops', 5, '10.0.0.1', '1.2.3.4', '1.2.3.4'],
    ['a listed proxy', ['10.0.0.0/8'], '10.0.0.1', '6.6.6.6, 1.2.3.4, 10.9.9.9', '1.2.3.4'],
    ['a stranger who claims to be a proxy', ['10.0.0.0/8'], '9.9.9.9', '1.2.3.4', '9.9.9.9'],
    ['a proxy known by its IPv6 address', ['2001:db8::1'], '2001:db8::1', '1.2.3.4', '1.2.3.4'],
    ['IPv4 written as IPv6', ['10.0.0.1'], '::ffff:10.0.0.1', '1.2.3.4', '1.2.3.4'],
    ['garbage in the header is not an address', 1, '10.0.0.1', 'evil"', '10.0.0.1'],
    ['an empty header', 1, '10.0.0.1', '', '10.0.0.1'],
  ] as const)('%s', (_name, rule, remote, forwarded, expected) => {
    const trusts = createProxyTrust(typeof rule === 'object' ? [...rule] : rule);
    expect(clientAddress(asked(remote, forwarded), trusts)).toBe(expected);
  });

  test('TLS by the word of a trusted proxy only', () => {
    expect(isEncrypted(asked('10.0.0.1', undefined, 'https'), createProxyTrust(undefined))).toBe(false);
    expect(isEncrypted(asked('10.0.0.1', undefined, 'https'), createProxyTrust(1))).toBe(true);
    expect(isEncrypted(asked('10.0.0.1', undefined, 'http'), createProxyTrust(1))).toBe(false);
    expect(isEncrypted(asked('9.9.9.9', undefined, 'https'), createProxyTrust(['10.0.0.0/8']))).toBe(false);
  });
});
