import { cleanup, render, screen } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { AppContext, DeskContext } from '../../../console/ui/context.ts';
import { MacroResult } from '../../../console/ui/macro-result.tsx';
import { refusal, success } from '../../../protocol/wire/errors.ts';
import type { MacroStep } from '../../../protocol/wire/macros.ts';
import type { ConsoleDesk } from '../../support/console-desk.ts';
import { settle } from '../../support/manual-clock.ts';
import { openWriting } from '../../support/writing-desk.ts';

afterEach(cleanup);

const thanks = { id: 'm1', name: 'Thanks' };
const end = { id: 'm2', name: 'End' };
const done: MacroStep[] = [{ do: 'reply', result: 'done' }];
const refused: MacroStep[] = [{ do: 'reply', result: 'refused', error: 'reassigned' }];

async function show(): Promise<ConsoleDesk> {
  const desk = await openWriting();
  render(
    <AppContext.Provider value={desk.app}>
      <DeskContext.Provider value={desk.desk}>
        <MacroResult thread={desk.thread} />
      </DeskContext.Provider>
    </AppContext.Provider>,
  );
  return desk;
}
const press = (desk: ConsoleDesk, macro: typeof end, conversationId = 'c1') =>
  void desk.desk.composing.runs.run(conversationId, macro);
const asked = (desk: ConsoleDesk) => desk.relay.payloads('macro:run').map(({ macroId }) => macroId);
const said = () => screen.queryAllByRole('status').map((line) => line.textContent);
async function answer(desk: ConsoleDesk, steps: MacroStep[] | null): Promise<void> {
  desk.relay.settle('macro:run', steps ? success({ steps }) : refusal('unavailable'));
  await settle();
}

test('D13 a second macro that is pressed while one runs is said to wait, and follows it', async () => {
  const desk = await show();
  press(desk, thanks);
  press(desk, end);
  await settle();
  expect(asked(desk)).toEqual(['m1']);
  expect(said()).toEqual(['“Thanks” runs…', '“End” waits for the one before it.']);
  await answer(desk, done);
  expect(asked(desk)).toEqual(['m1', 'm2']);
  expect(said()).toEqual(['“Thanks”: all done.', '“End” runs…']);
  await answer(desk, done);
  expect(said()).toEqual(['“Thanks”: all done.', '“End”: all done.']);
  // The next press puts away what has ended.
  press(desk, thanks);
  await settle();
  expect(said()).toEqual(['“Thanks” runs…']);
});

test('D13 after one of which not all was done the next is not begun, and that is said', async () => {
  const desk = await show();
  press(desk, thanks);
  press(desk, end);
  await answer(desk, refused);
  expect(asked(desk)).toEqual(['m1']);
  expect(said()[1]).toBe('“End” was not begun: not all of the one before it was done.');
});

test('D13 the same one pressed twice is one; one that waits can be taken back', async () => {
  const user = userEvent.setup();
  const desk = await show();
  press(desk, thanks);
  press(desk, thanks);
  press(desk, end);
  press(desk, end);
  await settle();
  expect(said()).toHaveLength(2);
  await user.click(screen.getByRole('button', { name: 'Do not run “End”' }));
  await answer(desk, done);
  expect(asked(desk)).toEqual(['m1']);
  expect(said()).toEqual(['“Thanks”: all done.']);
});

test('D13 in another conversation nobody waits, and what came of it is told there', async () => {
  const desk = await show();
  press(desk, thanks, 'c2');
  press(desk, thanks);
  await settle();
  expect(desk.relay.payloads('macro:run').map(({ conversationId }) => conversationId)).toEqual(['c2', 'c1']);
  expect(said()).toEqual(['“Thanks” runs…']);
  await answer(desk, refused);
  await answer(desk, done);
  expect(said()).toEqual(['“Thanks”: all done.']);
});

test('D13 without an answer the same run is asked about again, whatever was run in between', async () => {
  const desk = await show();
  press(desk, thanks);
  await answer(desk, null);
  expect(said()).toEqual(['“Thanks”: no answer came. Run it again; what is done already is not done twice.']);
  press(desk, end);
  await answer(desk, done);
  press(desk, thanks);
  await answer(desk, done);
  press(desk, thanks);
  await settle();
  const ids = desk.relay.payloads('macro:run').map(({ macroId, clientId }) => `${macroId} ${clientId}`);
  expect(ids[2]).toBe(ids[0]);
  expect(ids[3]).not.toBe(ids[0]);
});
