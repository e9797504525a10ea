import { cleanup, render, screen } from '@testing-library/preact';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { Root } from '../../../console/ui/root.tsx';
import { refusal, success } from '../../../protocol/wire/errors.ts';
import { ConsoleDesk } from '../../support/console-desk.ts';
import { consoleParts } from '../../support/console-parts.ts';

beforeAll(consoleParts);
afterEach(cleanup);

test('T14 a board that could not be loaded says so, and is asked for again at a press', async () => {
  const desk = new ConsoleDesk();
  desk.go('/console/board');
  desk.relay.script('board:watch', () => refusal('unavailable'));
  await desk.open([], { at: 1_000_000 });
  render(<Root app={desk.app} />);
  await screen.findByText('The board could not be loaded.');
  desk.relay.script('board:watch', () => success({}));
  const told = () => desk.relay.sent.filter(({ name }) => name === 'board:watch').length;
  const before = told();
  await userEvent.setup().click(screen.getByRole('button', { name: 'Try again' }));
  expect(screen.queryByText('The board could not be loaded.')).toBeNull();
  expect(told()).toBe(before + 1);
});
