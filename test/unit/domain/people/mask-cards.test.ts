// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { maskCards, maskUnsent } from '../../../../server/domain/people/mask-cards.ts';

// Numbers that the schemes publish for tests; none belongs to anybody.
const CARDS: [string, string][] = [
  ['4111111111111111', '••••••••••••1111'],
  ['4111 1111 1111 1111', '•••• •••• •••• 1111'],
  ['4111-1111-1111-1111', '••••-••••-••••-1111'],
  ['4111\u00a01111\u00a01111\u00a01111', '••••\u00a0••••\u00a0••••\u00a01111'],
  ['5555555555554444', '••••••••••••4444'],
  ['2223003122003222', '••••••••••••3222'],
  ['3782 822463 10005', '•••• •••••• •0005'],
  ['30569309025904', '••••••••••5904'],
  ['3530111333300000', '••••••••••••0000'],
  ['6011000990139424', '••••••••••••9424'],
  ['6304000000000000', '••••••••••••0000'],
  ['٤١١١ ١١١١ ١١١١ ١١١١', '•••• •••• •••• ١١١١'],
  ['४१११११११११११११११', '••••••••••••११११'],
  ['４１１１１１１１１１１１１１１１', '••••••••••••１１１１'],
];

describe('J16 numbers of cards keep their last four digits', () => {
  it.each(CARDS)('%s', (written, kept) => {
    expect(maskCards(written)).toBe(kept);
    expect(maskCards(`My card: ${written}, is it charged?`)).toBe(`My card: ${kept}, is it charged?`);
    // What is masked once is a card's no more.
    expect(maskCards(kept)).toBe(kept);
  });

  it('finds each of several, and what stands beside them stays', () => {
    expect(maskCards('4111 1111 1111 1111 12/27 123 or 5555555555554444')).toBe(
      '•••• •••• •••• 1111 12/27 123 or ••••••••••••4444',
    );
    expect(maskCards('4111111111111111 12 4242 4242 4242 4242')).toBe('••••••••••••1111 12 •••• •••• •••• 4242');
    expect(maskCards('no. 7 4111111111111111')).toBe('no. 7 ••••••••••••1111');
  });

  it.each([
    ['a digit that does not check', '4111111111111112'],
    ['no card begins like this', '9111111111111111'],
    ['a number of an order', 'DE-2026-000123456789'],
    ['a phone', '+49 170 123 45 67 89'],
    ['an IBAN', 'DE89 3704 0044 0532 0130 00'],
    ['a parcel of 20 digits', '00340434161094042557'],
    ['a card within a longer number', '41111111111111110000'],
    ['two dividers', '4111  1111  1111  1111'],
    ['two lines', '4111 1111\n1111 1111'],
    ['no digits', 'Is the teapot in stock?'],
    ['nothing', ''],
  ])('leaves %s alone', (_, text) => expect(maskCards(text)).toBe(text));
});

it('J16 J17 of words that are being written each number that may become a card’s is hidden, whatever is missing of it', () => {
  const whole = '4111 1111 1111 1111';
  for (let length = 8; length <= whole.length; length += 1) {
    const text = `It is ${whole.slice(0, length)}`;
    expect(maskUnsent(text).match(/\d/g), text).toBeNull();
  }
  expect(maskUnsent('4111-1111 11')).toBe('••••-•••• ••');
  expect(maskUnsent('Order 123456, on 24.12.')).toBe('Order 123456, on 24.12.');
  expect(maskUnsent('٤١١١ ١١١١')).toBe('•••• ••••');
});
