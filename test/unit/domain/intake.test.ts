import { describe, expect, test } from 'vitest';
import { type FormField, FRONT_DEFAULT, type FrontSettings } from '../../../protocol/wire/front.ts';
import { PROACTIVE_WHEN_ANY } from '../../../protocol/wire/proactive.ts';
import { attributesOf, decideIntake } from '../../../server/domain/intake.ts';
import { correctionOf } from '../../../server/domain/outcome.ts';

const field = (more: Partial<FormField>): FormField => ({
  ...{ key: 'order', label: 'Order', kind: 'text', required: true, options: [] },
  ...more,
});
const front = (more: Partial<FrontSettings>): FrontSettings => ({ ...FRONT_DEFAULT, ...more });
const asking = (...fields: FormField[]) => front({ form: { fields, consent: null, asksComplaint: true } });
const AT = 1_000;

describe('B4 what is asked before a conversation', () => {
  test('nothing asked, nothing kept, whatever is said', () => {
    const given = { fields: { x: 'y' }, topic: 'none', consent: '3', complaint: true };
    expect(decideIntake(FRONT_DEFAULT, given, AT)).toEqual({ do: 'keep', intake: null });
  });

  test.each<[string, FormField, string, boolean]>([
    ['required and blank', field({}), ' \n', false],
    ['required and there', field({}), ' 42 ', true],
    ['optional and absent', field({ required: false }), '', true],
    ['an e-mail address', field({ kind: 'email' }), 'a@b.co', true],
    ['an e-mail address of other letters', field({ kind: 'email' }), 'jürgen@müller.example', true],
    ['no e-mail address', field({ kind: 'email', required: false }), 'a@b', false],
    ['two e-mail addresses', field({ kind: 'email' }), 'a@b.co, c@d.co', false],
    ['a phone number', field({ kind: 'phone' }), '+49 (30) 123-45', true],
    ['a phone number of Arabic digits', field({ kind: 'phone' }), '٠٣٠ ١٢٣٤٥', true],
    ['a phone number that begins with a bracket', field({ kind: 'phone' }), '(030) 123 45–67', true],
    ['a phone number with an extension', field({ kind: 'phone' }), '555-1234 ext. 12', true],
    ['a phone number with an extension of one sign', field({ kind: 'phone' }), '030 12345 #6', true],
    ['a phone number as a telephone copies it', field({ kind: 'phone' }), '\u202a+49 30 123\u201145\u202c', true],
    ['a phone number of wide signs', field({ kind: 'phone' }), '＋８１（３）１２３４－５６７８', true],
    ['no phone number', field({ kind: 'phone' }), 'call me', false],
    ['a phone number of four digits', field({ kind: 'phone' }), '12-34', false],
    ['a phone number without digits', field({ kind: 'phone' }), '+-+-+-', false],
    ['an address as a phone number', field({ kind: 'phone' }), '12345@example.org', false],
    ['a number', field({ kind: 'number' }), '12.5', true],
    ['a number with a comma', field({ kind: 'number' }), '-1.250,50', true],
    ['a number of Arabic digits', field({ kind: 'number' }), '١٢٫٥', true],
    ['a number in threes', field({ kind: 'number' }), '1 250 000', true],
    ['a number of wide digits', field({ kind: 'number' }), '１２', true],
    ['a number of wide signs', field({ kind: 'number' }), '－１，２５０．５', true],
    ['a number with its sign', field({ kind: 'number' }), '+3', true],
    ['a number between blanks', field({ kind: 'number' }), ' 7 ', true],
    ['a number of one Arabic digit', field({ kind: 'number' }), '٣', true],
    ['nothing, below zero', field({ kind: 'number' }), '-0', true],
    ['a number of 1e99', field({ kind: 'number' }), '1e99', true],
    ['a number beyond all numbers', field({ kind: 'number' }), '1e9999', false],
    ['a number of 100 digits', field({ kind: 'number' }), '9'.repeat(100), true],
    ['a number of 101 digits', field({ kind: 'number' }), '9'.repeat(101), false],
    ['no number', field({ kind: 'number' }), '12x', false],
    ['two numbers', field({ kind: 'number' }), '12 5', false],
    ['a word that a program takes for one', field({ kind: 'number' }), 'Infinity', false],
    ['one of the options', field({ kind: 'choice', options: ['A', 'B'] }), 'B', true],
    ['none of the options', field({ kind: 'choice', options: ['A', 'B'] }), 'C', false],
  ])('%s', (_name, one, value, kept) => {
    const decision = decideIntake(asking(one), { fields: { order: value } }, AT);
    if (kept) expect(decision.do).toBe('keep');
    else expect(decision).toEqual({ do: 'ask', field: 'intake.fields.order' });
  });

  test('the words that were agreed to are kept as they were; an older version is asked for again', () => {
    const consent = { text: 'We keep your words for a year.', version: '2', link: null };
    const site = front({ form: { fields: [], consent, asksComplaint: false } });
    expect(decideIntake(site, { consent: '1' }, AT)).toEqual({ do: 'ask', field: 'intake.consent' });
    expect(decideIntake(site, undefined, AT)).toEqual({ do: 'ask', field: 'intake.consent' });
    expect(decideIntake(site, { consent: '2' }, AT)).toMatchObject({
      intake: { consent: { version: '2', text: 'We keep your words for a year.', at: AT } },
    });
  });

  test('R14: fields, topic and complaint are what routing’s rules can read', () => {
    const site = { ...asking(field({})), topics: [{ key: 'parcel', label: 'My parcel', department: 'Post' }] };
    const decision = decideIntake(site, { fields: { order: '42' }, topic: 'parcel', complaint: true }, AT);
    if (decision.do !== 'keep') throw new Error('It should have been kept.');
    expect(attributesOf(decision.intake)).toEqual({ order: '42', topic: 'parcel', complaint: 'yes' });
    expect(attributesOf(null)).toEqual({});
  });
});

test('M7: who says that it is solved, or not, corrects what was named at the end; "partly" says neither', () => {
  expect(correctionOf('yes')).toEqual({ from: ['unresolved', 'left_after_answer'], to: 'resolved' });
  expect(correctionOf('no')).toEqual({ from: ['resolved'], to: 'unresolved' });
  expect(correctionOf('partly')).toBeUndefined();
  expect(correctionOf(undefined)).toBeUndefined();
});

describe('X9 the message that a conversation began from', () => {
  const rule = {
    ...{ key: 'help', name: 'Help', on: true, text: 'Can we help?', timesMax: 1 },
    when: PROACTIVE_WHEN_ANY,
  };

  test('is kept in the owner’s words, by itself and beside what was asked; one that is gone is nothing', () => {
    const proactive = { key: 'help', text: 'Can we help?' };
    expect(decideIntake(FRONT_DEFAULT, { proactive: 'help' }, AT, [rule])).toMatchObject({ intake: { proactive } });
    expect(decideIntake(FRONT_DEFAULT, { proactive: 'help' }, AT)).toEqual({ do: 'keep', intake: null });
    const asked = decideIntake(asking(field({})), { fields: { order: '42' }, proactive: 'help' }, AT, [rule]);
    expect(asked).toMatchObject({ intake: { fields: [{ value: '42' }], proactive } });
    expect(asked.do === 'keep' && attributesOf(asked.intake)).toMatchObject({ order: '42', proactive: 'help' });
  });
});
