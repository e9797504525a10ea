import { afterEach, beforeEach, expect, test } from 'vitest';
import { textOf } from '../support/smtp.ts';
import { look, smtp, startScene, stopScene, talk } from './mail-scene.ts';

beforeEach(startScene);
afterEach(stopScene);

test('K3 a bad rating is mailed once to whom it concerns; a good one and a repeat are not', async () => {
  const { agent, visitor, conversationId } = await talk(null);
  await agent.command('conversation:close', { conversationId });
  const rate = (score: number) =>
    visitor.command('conversation:rate', { conversationId, episode: 1, score, comment: 'Nobody <b>listened</b>' });
  await rate(5);
  await look();
  expect(smtp.arrived).toHaveLength(0);
  await rate(1);
  await rate(1);
  await rate(2);
  await look();
  expect(smtp.arrived).toHaveLength(1);
  const [mail] = smtp.arrived;
  expect(mail && textOf(mail)).toMatch(/rated 1 of 5[\s\S]*Nobody/);
});
