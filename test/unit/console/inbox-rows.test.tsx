import { act, cleanup, render, screen } from '@testing-library/preact';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { Root } from '../../../console/ui/root.tsx';
import { success } from '../../../protocol/wire/errors.ts';
import type { ConversationSummary } from '../../../protocol/wire/model.ts';
import { ConsoleDesk, summaryOf } from '../../support/console-desk.ts';
import { consoleParts } from '../../support/console-parts.ts';
import { settle } from '../../support/manual-clock.ts';

beforeAll(consoleParts);
afterEach(cleanup);

/** Tells how often a row read its last words: once for each time it is drawn. */
function counting(summary: ConversationSummary): { summary: ConversationSummary; drawn(): number } {
  let reads = 0;
  const words = summary.lastText;
  Object.defineProperty(summary, 'lastText', {
    get: () => {
      reads += 1;
      return words;
    },
  });
  return { summary, drawn: () => reads };
}

test('U11 while another line of the list gets new words and moves, a row that has not changed is not drawn again', async () => {
  const desk = new ConsoleDesk();
  desk.go('/console/inbox');
  const still = counting(summaryOf('c1', { lastAt: 900_000 }));
  await desk.open([still.summary, summaryOf('c2'), summaryOf('c3', { waitingSince: 5_000 })], { at: 1_000_000 });
  render(<Root app={desk.app} />);
  await screen.findByText('last words of c2');
  const before = still.drawn();
  expect(before).toBeGreaterThan(0);

  const moved = summaryOf('c2', { change: 2, lastText: 'and one more thing', lastAt: 999_000, waitingSince: 999_000 });
  desk.relay.script('inbox:sync', () => success({ conversations: [moved], change: 2, more: false, reset: false }));
  await act(async () => {
    desk.relay.fact('inbox:moved', { change: 2 });
    await settle();
  });
  expect(screen.getByText('and one more thing')).toBeTruthy();
  expect(still.drawn()).toBe(before);
});

test('a word of ours before the last words stands apart from them, so that the line is read in their direction', async () => {
  const desk = new ConsoleDesk();
  desk.go('/console/inbox');
  await desk.open([summaryOf('c1', { lastAuthor: 'agent', lastText: 'مرحبا' })], { at: 1_000_000 });
  render(<Root app={desk.app} />);
  const line = (await screen.findByText('مرحبا')).closest('.row-words');
  expect(line?.textContent).toBe('You: مرحبا');
  expect([...(line?.querySelectorAll('bdi') ?? [])].map((one) => one.textContent)).toEqual(['You']);
});
