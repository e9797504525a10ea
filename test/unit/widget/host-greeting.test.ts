import { effect, signal } from '@preact/signals';
import { beforeEach, expect, test } from 'vitest';
import { emptyTimeline, type Timeline } from '../../../protocol/client/timeline.ts';
import type { Front, IntakeIn } from '../../../protocol/wire/front.ts';
import { createGreeting } from '../../../widget/model/host-greeting.ts';

/** What the page said to the visitor before she opened the chat (X9). */

const front = signal<Front | null>(null);
const intake = signal<IntakeIn | undefined>(undefined);
const timeline = signal<Timeline | null>(null);
beforeEach(() => {
  front.value = null;
  intake.value = undefined;
  timeline.value = null;
});

test('X9 it greets her, whatever the relay greets with, and its rule goes with one conversation', () => {
  const greeting = createGreeting({ front, intake, timeline }, effect);
  intake.value = { topic: 'parcel' };
  greeting.say({ greeting: 'Can we help?', rule: 'help' });
  expect(front.value).toEqual({ greeting: 'Can we help?' });
  front.value = { greeting: 'Good day.', reasons: ['Quick'] };
  expect(front.value).toEqual({ greeting: 'Can we help?', reasons: ['Quick'] });
  expect(intake.value).toEqual({ topic: 'parcel', proactive: 'help' });
  timeline.value = emptyTimeline('conversation-1');
  expect(intake.value).toEqual({ topic: 'parcel' });
  greeting.stop();
  front.value = { greeting: 'Good day.' };
  expect(front.value).toEqual({ greeting: 'Good day.' });
});

test('X9 what is not a text is refused, and nothing is greeted', () => {
  const greeting = createGreeting({ front, intake, timeline }, effect);
  expect(() => greeting.say({ greeting: 5 })).toThrow('newMessage: the greeting must be a text, not number.');
  expect(() => greeting.say({ rule: {} })).toThrow('newMessage: the rule');
  greeting.say({});
  expect([front.value, intake.value?.proactive]).toEqual([null, undefined]);
});
