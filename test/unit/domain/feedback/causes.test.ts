// @vitest-environment node
import { expect, it } from 'vitest';
import { FEEDBACK_DEFAULT } from '../../../../protocol/wire/rating-settings.ts';
import { causesOf } from '../../../../server/domain/feedback/causes.ts';
import { fitsOutcome, mayHandle } from '../../../../server/domain/feedback/follow-up-rights.ts';

const rule = FEEDBACK_DEFAULT.followUp;

it.each([
  [{ score: 2 }, ['low_score']],
  [{ score: 3 }, []],
  [{ score: 1, solved: 'no', complaint: true }, ['complaint', 'low_score', 'unresolved']],
  [{ score: 5, solved: 'partly' }, []],
  [{ score: 5, solved: 'no' }, ['unresolved']],
  [{ score: 5, complaint: true }, ['complaint']],
  [{ outcome: 'unresolved' }, ['unresolved']],
  [{ outcome: 'abandoned_in_queue' }, []],
  [{ outcome: 'resolved' }, []],
] as const)('K1 %j makes a follow-up because of %j', (said, causes) => {
  expect(causesOf(rule, said)).toEqual(causes);
});

it('K1 the owner says which of them count', () => {
  const none = { ...rule, lowScoreMax: null, onUnresolved: false, onComplaint: false };
  const all = { score: 1, solved: 'no', complaint: true, outcome: 'unresolved' } as const;
  expect(causesOf(none, all)).toEqual([]);
  expect(causesOf({ ...none, lowScoreMax: 4 }, { score: 4 })).toEqual(['low_score']);
  expect(causesOf({ ...none, lowScoreMax: 4 }, { score: 5 })).toEqual([]);
});

it.each([
  ['agent', 'me', true],
  ['agent', 'other', false],
  ['agent', null, false],
  ['supervisor', 'other', true],
  ['supervisor', null, true],
  ['viewer', 'other', false],
] as const)('K2 %s handles one of %s: %s', (role, ownerId, expected) => {
  expect(mayHandle({ id: 'me', role }, { ownerId })).toBe(expected);
});

it('K4 what a visitor said ends with what became of the visitor; a reminder is just done', () => {
  expect(fitsOutcome({ kind: 'feedback' }, 'won_back')).toBe(true);
  expect(fitsOutcome({ kind: 'feedback' }, 'done')).toBe(false);
  expect(fitsOutcome({ kind: 'snooze' }, 'done')).toBe(true);
  expect(fitsOutcome({ kind: 'snooze' }, 'won_back')).toBe(false);
  expect(fitsOutcome({ kind: 'by_hand' }, 'no_answer')).toBe(true);
});
