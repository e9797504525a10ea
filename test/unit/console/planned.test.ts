import { expect, test } from 'vitest';
import type { Planned } from '../../../protocol/wire/composer.ts';
import { refusal, success } from '../../../protocol/wire/errors.ts';
import { ana, assignedTo, ConsoleDesk, queued, summaryOf, visitorSays } from '../../support/console-desk.ts';
import { settle } from '../../support/manual-clock.ts';

async function open(): Promise<ConsoleDesk> {
  const desk = new ConsoleDesk();
  desk.go('/console/inbox/c1');
  desk.relay.thread('c1', [visitorSays(1, 'Hello?'), queued(2), assignedTo(3, ana)]);
  desk.relay.script('planned:list', () => success({ at: 0, planned: [] }));
  await desk.open([summaryOf('c1')]);
  await settle();
  return desk;
}

test('D9 an end refused while nobody was there is said on coming back, and is over where it was put away', async () => {
  const planned: Planned = {
    ...{ id: 'p1', conversationId: 'c1', by: { id: ana.id, name: ana.name }, body: 'Soon', madeAt: 1, sendAt: 2 },
    ...{ close: 'resolved', state: 'sent', held: null, outsideHours: false, opensAt: null, version: 3 },
    closeRefused: 'changed_meanwhile',
  };
  const desk = await open();
  const { composing } = desk.desk;
  desk.relay.script('planned:list', () => success({ at: 1, planned: [planned] }));
  await composing.planned.load();
  expect(composing.closeAfter.refused.value).toMatchObject({ conversationId: 'c1', plannedId: 'p1' });
  expect(composing.planned.of('c1')).toEqual([]);
  composing.closeAfter.putAway('c1');
  expect(desk.relay.payloads('planned:cancel')).toEqual([{ id: 'p1' }]);
  expect(composing.closeAfter.refused.value).toBeNull();
  // Put away on another device, while this one was away.
  await composing.planned.load();
  desk.relay.script('planned:list', () => success({ at: 1, planned: [] }));
  await composing.planned.load();
  expect(composing.closeAfter.refused.value).toBeNull();
});

test('D7 what nobody can send any more goes back into the box as a draft, and nothing of it is lost', async () => {
  const desk = await open();
  const { composing } = desk.desk;
  const planned: Planned = {
    ...{ id: 'p1', conversationId: 'c1', by: { id: ana.id, name: ana.name }, body: 'It is here', madeAt: 1, sendAt: 2 },
    ...{ close: null, state: 'held', held: 'closed', outsideHours: false, opensAt: null, version: 2 },
  };
  desk.relay.script('planned:cancel', () => refusal('unavailable'));
  expect(await composing.takeBack(planned)).toBe('unavailable');
  expect(composing.drafts.read('c1')).toBe('');
  desk.relay.script('planned:cancel', () => success({ ...planned, state: 'cancelled', version: 3 }));
  composing.drafts.write('c1', 'begun');
  expect(await composing.takeBack(planned)).toBeNull();
  expect(composing.drafts.read('c1')).toBe('It is here\nbegun');
});

test('D7 an answer of mine that asks rings and stays until it is decided; a late word about it changes nothing', async () => {
  const desk = await open();
  const { planned } = desk.desk.composing;
  const one: Planned = {
    ...{ id: 'p1', conversationId: 'c1', by: { id: ana.id, name: ana.name }, body: 'Soon', madeAt: 1, sendAt: 2 },
    ...{ close: null, state: 'waiting', held: null, outsideHours: false, opensAt: null, version: 1 },
  };
  desk.relay.fact('planned:changed', { planned: one });
  desk.relay.fact('planned:changed', { planned: { ...one, state: 'held', held: 'visitor_wrote', version: 2 } });
  desk.relay.fact('planned:changed', { planned: one });
  await settle();
  expect(planned.held.value).toMatchObject([{ id: 'p1', held: 'visitor_wrote' }]);
  expect(desk.claimed.filter((name) => name.includes('planned:'))).toHaveLength(1);
  desk.relay.fact('planned:changed', { planned: { ...one, state: 'sent', version: 3 } });
  expect(planned.of('c1')).toEqual([]);
});
