import { cleanup, render, screen } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { Root } from '../../../console/ui/root.tsx';
import { refusal, success } from '../../../protocol/wire/errors.ts';
import { ConsoleDesk } from '../../support/console-desk.ts';
import { consoleParts } from '../../support/console-parts.ts';
import { settle } from '../../support/manual-clock.ts';

beforeAll(consoleParts);
afterEach(cleanup);

const until = (desk: ConsoleDesk) => desk.desk.wrapUp.until.value;

test('C15 the greeting and the fact say how long room is held, and when it is over', async () => {
  const desk = new ConsoleDesk();
  await desk.open([], { wrapUpUntil: 30_000 });
  expect(until(desk)).toBe(30_000);
  desk.relay.fact('wrapup:changed', { until: 45_000 });
  expect(until(desk)).toBe(45_000);
  desk.relay.fact('wrapup:changed', { until: null });
  expect(until(desk)).toBeNull();
  desk.relay.fact('wrapup:changed', { until: 45_000 });
  desk.relay.ready();
  expect(until(desk)).toBeNull();
});

test('C15 "Done" gives the room back; where the relay does not take it, it is still to be pressed', async () => {
  const desk = new ConsoleDesk();
  desk.relay.script('wrapup:end', () => refusal('unavailable'));
  await desk.open([], { wrapUpUntil: 9_000_000_000_000 });
  render(<Root app={desk.app} />);
  expect(await screen.findByText('Wrapping up')).toBeTruthy();
  const user = userEvent.setup();
  await user.click(screen.getByRole('button', { name: 'Done' }));
  await settle();
  expect(until(desk)).toBe(9_000_000_000_000);
  desk.relay.script('wrapup:end', () => success({}));
  await user.click(screen.getByRole('button', { name: 'Done' }));
  await settle();
  expect(until(desk)).toBeNull();
  expect(screen.queryByText('Wrapping up')).toBeNull();
});
