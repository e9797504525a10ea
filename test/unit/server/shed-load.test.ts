// @vitest-environment node
import { expect, it } from 'vitest';
import { seededRandom } from '../../../protocol/kit/random.ts';
import {
  CLOSING_SPREAD_MS,
  OVERLOAD_LOOKS_MIN,
  OVERLOAD_LOOP_MS_MAX,
  OVERLOAD_RETRY_MS_MIN,
  OVERLOAD_RETRY_SPREAD_MS,
  OVERLOAD_TURN_COMMANDS_MIN,
} from '../../../protocol/wire/limits.ts';
import { createLoadShed } from '../../../server/usecases/shed-load.ts';

const late = { loopMs: OVERLOAD_LOOP_MS_MAX, sendMs: 0 };
const quiet = { loopMs: 0, sendMs: 0 };

function overloaded() {
  const load = createLoadShed(seededRandom(7));
  for (let look = 0; look < OVERLOAD_LOOKS_MIN + 20; look += 1) load.look(late);
  return load;
}

it('O3 whoever is turned away is told when to come back, each another time', () => {
  const load = overloaded();
  const waits: number[] = [];
  for (let asked = 0; asked < 400; asked += 1) {
    const told = load.refuseCommand('visitor', 'message:send', true);
    if (!told) continue;
    expect(told).toMatchObject({ ok: false, error: 'unavailable' });
    waits.push(told.retryAfterMs ?? 0);
  }
  expect(load.refused).toBe(waits.length);
  expect(waits.length).toBeGreaterThan(350);
  expect(Math.min(...waits)).toBeGreaterThanOrEqual(OVERLOAD_RETRY_MS_MIN);
  expect(Math.max(...waits)).toBeLessThanOrEqual(OVERLOAD_RETRY_MS_MIN + OVERLOAD_RETRY_SPREAD_MS);
  // Spread over all of it: each quarter has its part.
  for (let quarter = 0; quarter < 4; quarter += 1) {
    const from = OVERLOAD_RETRY_MS_MIN + (quarter * OVERLOAD_RETRY_SPREAD_MS) / 4;
    expect(waits.filter((ms) => ms >= from && ms < from + OVERLOAD_RETRY_SPREAD_MS / 4).length).toBeGreaterThan(40);
  }
});

it('O1 says once that it begins and once that it ends', () => {
  const load = createLoadShed(() => 0);
  const said = [late, late, late, quiet, quiet, quiet, quiet, quiet, quiet].map((sample) => load.look(sample));
  expect(said.filter(Boolean)).toEqual(['began', 'ended']);
  expect(load.isShedding).toBe(false);
});

it('O2 who reads and agents who connect are let in at any load; a new visitor is not', () => {
  const load = overloaded();
  let started = 0;
  for (let asked = 0; asked < 100; asked += 1) {
    expect(load.refuseCommand('visitor', 'conversation:sync', false)).toBeUndefined();
    expect(load.refuseStart('agent')).toBeUndefined();
    if (!load.refuseStart('visitor')) started += 1;
  }
  expect(started).toBeLessThan(15);
});

it('O4 a relay that closes starts nothing, for nobody, and spreads those who come back', () => {
  const load = createLoadShed(seededRandom(3));
  expect(load.refuseStart('agent')).toBeUndefined();
  load.shut();
  for (const told of [
    load.refuseStart('visitor'),
    load.refuseStart('agent'),
    load.refuseCommand('visitor', 'conversation:sync', false),
    load.refuseCommand('agent', 'message:send', true),
  ]) {
    expect(told?.error).toBe('unavailable');
    expect(told?.retryAfterMs).toBeLessThanOrEqual(CLOSING_SPREAD_MS);
  }
});

it.each([
  [OVERLOAD_TURN_COMMANDS_MIN, OVERLOAD_LOOP_MS_MAX, true],
  [OVERLOAD_TURN_COMMANDS_MIN - 1, OVERLOAD_LOOP_MS_MAX, false],
  [OVERLOAD_TURN_COMMANDS_MIN, OVERLOAD_LOOP_MS_MAX - 1, false],
])('O5 with %i commands and %i ms in one turn, visitors’ messages are turned away: %s', (commands, ms, isOver) => {
  const load = createLoadShed(
    () => 0,
    () => ({ commands, ms }),
  );
  const told = load.refuseCommand('visitor', 'message:send', true);
  if (isOver) expect(told).toMatchObject({ error: 'unavailable', retryAfterMs: OVERLOAD_RETRY_MS_MIN });
  else expect(told).toBeUndefined();
  expect(load.refuseCommand('agent', 'message:send', true)).toBeUndefined();
  expect(load.refuseCommand('visitor', 'conversation:sync', false)).toBeUndefined();
  // One such turn is enough: the next look begins to shed, and tells.
  expect(load.look(quiet)).toBe(isOver ? 'began' : null);
  expect(load.isShedding).toBe(isOver);
});
