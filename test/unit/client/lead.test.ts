import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createLead, inTurn } from '../../../protocol/browser/lead.ts';
import { ManualClock, settle } from '../../support/manual-clock.ts';

/** Who sends, where a page has put something of its own in the place of the browser's locks (P8, W8). */

type Held = (lock: Lock | null) => unknown;
type Ask = (name: string, options: LockOptions, held: Held) => unknown;

const put = (request: Ask | undefined) =>
  vi.stubGlobal('navigator', request ? { locks: { request: vi.fn(request) } } : {});
const never: Ask = () => new Promise(() => {});
const throws: Ask = () => {
  throw new TypeError('Not here.');
};
const denies: Ask = () => Promise.reject(new DOMException('Not here.', 'SecurityError'));

let clock: ManualClock;
const after = (delayMs: number, run: () => void) => clock.after(delayMs, run);

beforeEach(() => {
  clock = new ManualClock();
});
afterEach(() => vi.unstubAllGlobals());

/** As browsers do: one holds it, the others stand in line, and who takes what is there at once is told that there is none. */
function browserLocks(): Ask {
  const line: (() => void)[] = [];
  let isHeld = false;
  const give = async (held: Held) => {
    isHeld = true;
    await held({ name: 'deskbell', mode: 'exclusive' });
    isHeld = false;
    line.shift()?.();
  };
  return (_name, { ifAvailable }, held) => {
    if (!isHeld) return give(held);
    if (ifAvailable) return Promise.resolve(held(null));
    return new Promise((resolve) => line.push(() => resolve(give(held))));
  };
}

test.each([
  ['throw at once', throws],
  ['deny', denies],
  ['refuse without a reason', () => Promise.reject()],
])('P8 locks that %s are none: it leads, and again after each new connection', async (_what, request) => {
  put(request);
  const lead = createLead('deskbell');
  const changed = vi.fn();
  lead.listen(changed);
  lead.want(true);
  await settle();
  expect(lead.holds()).toBe(true);
  expect(changed).toHaveBeenCalled();
  lead.want(false);
  lead.want(true);
  expect(lead.holds()).toBe(true);
  lead.wrote(false);
  expect(lead.holds()).toBe(false);
});

test('P8 locks whose turn never comes: who has waited long enough leads', async () => {
  put(never);
  const lead = createLead('deskbell');
  const changed = vi.fn();
  lead.listen(changed);
  lead.want(true);
  await settle();
  expect(lead.holds()).toBe(false);
  lead.take();
  expect(lead.holds()).toBe(true);
  expect(changed).toHaveBeenCalledTimes(1);
});

test('P8 without locks the tab that wrote last sends', async () => {
  put(undefined);
  const lead = createLead('deskbell');
  lead.want(true);
  await settle();
  expect(lead.holds()).toBe(true);
  lead.wrote(false);
  expect(lead.holds()).toBe(false);
  lead.wrote(true);
  expect(lead.holds()).toBe(true);
});

test.each([
  ['throw at once', throws],
  ['deny', denies],
  ['refuse without a reason', () => Promise.reject()],
])('W8 locks that %s keep nobody from the first greeting', async (_what, request) => {
  put(request);
  const run = vi.fn(async () => {});
  inTurn('deskbell', run, after);
  await settle();
  expect(run).toHaveBeenCalledTimes(1);
  await clock.advance(60_000);
  expect(run).toHaveBeenCalledTimes(1);
});

test('W8 locks that never answer keep nobody from the first greeting for long', async () => {
  put(never);
  const run = vi.fn(async () => {});
  inTurn('deskbell', run, after);
  await clock.advance(4_999);
  expect(run).not.toHaveBeenCalled();
  await clock.advance(1);
  expect(run).toHaveBeenCalledTimes(1);
});

test('W8 a line is waited for, however long it is, and each has one turn', async () => {
  put(browserLocks());
  let end = () => {};
  const first = vi.fn(() => new Promise<void>((resolve) => (end = resolve)));
  const second = vi.fn(async () => {});
  inTurn('deskbell', first, after);
  inTurn('deskbell', second, after);
  await settle();
  await clock.advance(60_000);
  expect(second).not.toHaveBeenCalled();
  end();
  await settle();
  expect(first).toHaveBeenCalledTimes(1);
  expect(second).toHaveBeenCalledTimes(1);
});

test('W8 a turn that is taken away is not taken twice', async () => {
  put((_name, { ifAvailable }, held) => {
    held(ifAvailable ? null : { name: 'deskbell', mode: 'exclusive' });
    return Promise.reject(new DOMException('Taken.', 'AbortError'));
  });
  const run = vi.fn(async () => {});
  inTurn('deskbell', run, after);
  await settle();
  await clock.advance(60_000);
  expect(run).toHaveBeenCalledTimes(1);
});
