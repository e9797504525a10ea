import { expect, test } from 'vitest';
import { replaceTexts } from '../../../widget/ui/own-texts.ts';

test('W19 any text is replaceable, also inside a sentence, a list or a group', () => {
  const early = {
    greeting: 'Hello',
    joined: (name: string) => `${name} joined`,
    closedBy: { agent: 'The agent ended the chat' },
    scores: ['one', 'two'],
    kept: 'kept',
  };
  const own = {
    textGreeting: 'Good day',
    textJoined: 'Say hello to {name}',
    textClosedByAgent: 'We ended it',
    textScores: 'bad|good',
    textThanks: 'Cheers',
    textKept: 5,
  };
  const late = { thanks: 'Thank you' };
  for (const texts of [early, late]) replaceTexts(texts, own);
  expect([early.greeting, early.joined('Ana'), early.closedBy.agent, early.scores, early.kept, late.thanks]).toEqual([
    ...['Good day', 'Say hello to Ana', 'We ended it', ['bad', 'good'], 'kept', 'Cheers'],
  ]);
});
