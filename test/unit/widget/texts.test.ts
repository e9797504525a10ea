import { afterEach, expect, test } from 'vitest';
import { replaceable, takeOwnTexts } from '../../../widget/ui/strings.ts';

afterEach(() => takeOwnTexts({}));

test('W19 any text is replaceable, also inside a sentence, a list or a group, and where it comes later than the choice', () => {
  const early = replaceable({
    greeting: 'Hello',
    joined: (name: string) => `${name} joined`,
    closedBy: { agent: 'The agent ended the chat' },
    scores: ['one', 'two'],
    kept: 'kept',
  });
  takeOwnTexts({
    textGreeting: 'Good day',
    textJoined: 'Say hello to {name}',
    textClosedByAgent: 'We ended it',
    textScores: 'bad|good',
    textThanks: 'Cheers',
    textKept: 5,
  });
  const late = replaceable({ thanks: 'Thank you' });
  expect([early.greeting, early.joined('Ana'), early.closedBy.agent, early.scores, early.kept, late.thanks]).toEqual([
    ...['Good day', 'Say hello to Ana', 'We ended it', ['bad', 'good'], 'kept', 'Cheers'],
  ]);
});
