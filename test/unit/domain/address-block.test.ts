// @vitest-environment node
import { expect, it } from 'vitest';
import { readAddressBlock } from '../../../server/domain/address-block.ts';

it.each([
  ['203.0.113.9', '203.0.113.9'],
  ['::ffff:203.0.113.9', '203.0.113.9'],
  ['::FFFF:cb00:7109', '203.0.113.9'],
  ['0:0:0:0:0:ffff:cb00:7109', '203.0.113.9'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:0DB8:0001:0002::1', '2001:db8:1:2::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['2001:db8:1:2::', '2001:db8:1:2::/64'],
  ['::1', '0:0:0:0::/64'],
  ['::', '0:0:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['64:ff9b::203.0.113.9', '64:ff9b:0:0::/64'],
  ['', 'unknown'],
  ['2001:db8:1:2::/64', '2001:db8:1:2::/64'],
])('A3 %s belongs to %s', (address, block) => {
  expect(readAddressBlock(address)).toBe(block);
});

it.each([['1::2::3'], ['1:2:3'], ['1:2:3:4:5:6:7:8:9'], ['::ffff:300.1.1.1'], ['1:2:3:4:5:6:7:8::'], ['g::1']])(
  'A3 what is no address, %s, is limited as itself',
  (address) => {
    expect(readAddressBlock(address)).toBe(address);
  },
);

it('A3 neighbours in one /64 share a block, those in the next do not', () => {
  expect(readAddressBlock('2001:db8:1:2::a')).toBe(readAddressBlock('2001:db8:1:2:ffff::b'));
  expect(readAddressBlock('2001:db8:1:2::a')).not.toBe(readAddressBlock('2001:db8:1:3::a'));
});
