import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, expect, test } from 'vitest';
import { EarlierButton } from '../../../console/ui/earlier-talks.tsx';
import { refusal, success } from '../../../protocol/wire/errors.ts';
import { NOTHING_SAID } from '../../../protocol/wire/visitor.ts';
import { ConsoleDesk } from '../../support/console-desk.ts';
import { settle } from '../../support/manual-clock.ts';
import { openWriting } from '../../support/writing-desk.ts';

afterEach(cleanup);

const NAME = 'Earlier conversations of this visitor';
const offered = () => screen.queryByRole('button', { name: NAME }) !== null;

async function show(said: object | null): Promise<ConsoleDesk> {
  const desk = new ConsoleDesk();
  desk.relay.script('visitor:read', () => (said ? success({ ...NOTHING_SAID, ...said }) : refusal('rate_limited')));
  await openWriting(desk);
  render(<EarlierButton thread={desk.thread} />);
  return desk;
}

test.each([
  ['a new visitor has none', { hasEarlier: false }, false],
  ['there are some', { hasEarlier: true }, true],
  ['an older relay does not say it', {}, true],
  ['what is known of her could not be had', null, true],
])('earlier conversations are offered where there may be some: %s', async (_, said, isOffered) => {
  await show(said);
  expect(offered()).toBe(isOffered);
});

test('nothing is offered before it is known, so that nothing vanishes above the first message', async () => {
  const desk = await openWriting();
  render(<EarlierButton thread={desk.thread} />);
  expect(offered()).toBe(false);
  desk.relay.settle('visitor:read', success({ ...NOTHING_SAID, hasEarlier: true }));
  await settle();
  expect(offered()).toBe(true);
});

test('her two profiles are joined while the conversation is open: what was said under the other one is offered', async () => {
  const desk = await show({ hasEarlier: false });
  desk.relay.script('visitor:read', () => success({ ...NOTHING_SAID, hasEarlier: true }));
  desk.relay.fact('visitor:described', { conversationId: 'c1' });
  await settle();
  expect(offered()).toBe(true);
});
