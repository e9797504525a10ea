import { beforeEach, describe, expect, test, vi } from 'vitest';
import { type Refusal, refusal } from '../../../protocol/wire/errors.ts';
import { COMMAND_MS_MAX, COMMANDS_UNDER_WAY_MAX } from '../../../protocol/wire/limits.ts';
import { type Asker, createDispatch, type Dispatch } from '../../../server/gateway/dispatch.ts';
import type { Row, Rows } from '../../../server/gateway/rows.ts';
import type { ReportEvent } from '../../../server/observe/report.ts';
import type { Context, Done, VisitorSubject } from '../../../server/usecases/context.ts';
import { ManualClock, settle } from '../../support/manual-clock.ts';

const subject: VisitorSubject = { kind: 'visitor', visitorId: 'v1', siteId: 's1' };
const anything: Row<VisitorSubject, unknown, unknown>['schema'] = {
  safeParse: (input) => ({ success: true, data: input }),
};

let clock: ManualClock;
let reports: ReportEvent[];
let told: unknown[];
let waitMs: number;
let back: string[];
let shed: Refusal | undefined;
let woken: number;
let dispatch: Dispatch;
let asker: Asker;

beforeEach(() => {
  clock = new ManualClock();
  reports = [];
  told = [];
  waitMs = 0;
  shed = undefined;
  back = [];
  woken = 0;
  asker = { socketId: 'socket-1', underWay: 0 };
  const limit = { take: () => waitMs, giveBack: (id: string) => back.push(id) };
  dispatch = createDispatch({
    context: {} as Context,
    clock,
    limiters: { visitorSend: limit, agentSend: limit, visitorSignal: limit, agentSignal: limit },
    load: { refuseCommand: () => shed },
    tell: (notices, whom) => told.push({ notices, whom }),
    wakeRouting: () => {
      woken += 1;
    },
    report: (event) => reports.push(event),
    requestId: () => 'request-1',
  });
});

function rows(run: (input: unknown) => Promise<Done<unknown>>, schema = anything): Rows<VisitorSubject> {
  const row: Row<VisitorSubject, unknown, unknown> = { schema, bucket: 'signal', run: (_c, _s, input) => run(input) };
  return new Map([['thing:do', row]]) as unknown as Rows<VisitorSubject>;
}

const ask = (table: Rows<VisitorSubject>, name: unknown = 'thing:do', payload: unknown = {}) =>
  dispatch.run(table, subject, name, payload, asker);
const done = (value: unknown, more: Partial<Done<unknown>> = {}): Done<unknown> => ({
  answer: { ok: true, value },
  notices: [],
  ...more,
});

describe('P18: nothing that a handler does gets past the wrapper', () => {
  const secret = 'the message said: hunter2';
  const failures: [string, (input: unknown) => Promise<Done<unknown>>][] = [
    [
      'throws at once',
      () => {
        throw new Error(secret);
      },
    ],
    ['rejects', () => Promise.reject(new Error(secret))],
    ['rejects with no error', () => Promise.reject(undefined)],
    [
      'throws late',
      async () => {
        await null;
        throw new TypeError(secret);
      },
    ],
    ['answers nothing', async () => undefined as unknown as Done<unknown>],
  ];

  test.each(failures)('a handler that %s is `internal`, told once, without its words', async (_name, run) => {
    const answer = await ask(rows(run));
    expect(answer).toEqual({ ok: false, error: 'internal', retryAfterMs: 1000 });
    expect(reports).toMatchObject([{ kind: 'command_failed', command: 'thing:do', requestId: 'request-1' }]);
    expect(asker.underWay).toBe(0);
  });

  test.each(['StoreUnavailable', 'Overloaded'])('%s is `unavailable` with a time to come back', async (name) => {
    const run = () => Promise.reject(Object.assign(new Error(secret), { name }));
    expect(await ask(rows(run))).toEqual({ ok: false, error: 'unavailable', retryAfterMs: 1000 });
  });

  test('a handler that hangs is given up after COMMAND_MS_MAX; what it stores late is still told', async () => {
    let finish: (late: Done<unknown>) => void = () => {};
    const answer = ask(
      rows(
        () =>
          new Promise((resolve) => {
            finish = resolve;
          }),
      ),
    );
    const seen = vi.fn();
    void answer.then(seen);
    await clock.advance(COMMAND_MS_MAX - 1);
    expect(seen).not.toHaveBeenCalled();
    await clock.advance(500);
    expect(await answer).toMatchObject({ ok: false, error: 'unavailable', retryAfterMs: 1000 });
    expect(reports).toMatchObject([{ kind: 'command_hung', command: 'thing:do' }]);
    finish(done({}, { notices: [{ tell: 'inbox', change: 7 }] }));
    await settle();
    expect(told).toMatchObject([{ notices: [{ tell: 'inbox', change: 7 }] }]);
  });

  test('a fan-out that fails does not take back what is stored', async () => {
    const table = rows(async () => done({ seq: 3 }, { notices: [{ tell: 'inbox', change: 1 }] }));
    const push = vi.spyOn(told, 'push').mockImplementation(() => {
      throw new Error('socket');
    });
    expect(await ask(table)).toEqual({ ok: true, value: { seq: 3 } });
    push.mockRestore();
    expect(reports).toMatchObject([{ kind: 'command_failed' }]);
  });

  test('a schema that throws is `internal` too', async () => {
    const broken = {
      safeParse: () => {
        throw new Error(secret);
      },
    };
    expect(await ask(rows(async () => done({}), broken))).toMatchObject({ ok: false, error: 'internal' });
  });
});

describe('the gate before the handler', () => {
  const handler = vi.fn(async () => done({}));

  test.each(['nope', '__proto__', 'constructor', 'toString', '', 7, null, undefined, {}, ['thing:do']])(
    'F30: %j is an unknown command',
    async (name) => {
      handler.mockClear();
      expect(await dispatch.run(rows(handler), subject, name, {}, asker)).toMatchObject({
        ok: false,
        error: 'unknown_command',
      });
      expect(handler).not.toHaveBeenCalled();
    },
  );

  test('P3: a wrong payload names the field and not what was in it', async () => {
    const schema: typeof anything = {
      safeParse: () => ({
        success: false,
        error: { issues: [{ path: ['resume', 0, 'afterSeq'], message: 'Too small' }] },
      }),
    };
    handler.mockClear();
    expect(await ask(rows(handler, schema), 'thing:do', { secret: 'x' })).toEqual({
      ok: false,
      error: 'invalid_payload',
      field: 'resume.0.afterSeq',
      hint: 'Too small',
    });
    expect(handler).not.toHaveBeenCalled();
  });

  test('P11: an empty bucket is `rate_limited` with the time to wait, and the handler does not run', async () => {
    waitMs = 1234;
    handler.mockClear();
    expect(await ask(rows(handler))).toMatchObject({ ok: false, error: 'rate_limited', retryAfterMs: 1234 });
    expect(handler).not.toHaveBeenCalled();
  });

  test('A8: what the database could not do costs its sender nothing', async () => {
    class StoreUnavailable extends Error {
      override name = 'StoreUnavailable';
    }
    const failing = rows(() => Promise.reject(new StoreUnavailable()));
    expect(await ask(failing)).toMatchObject({ error: 'unavailable' });
    expect(back).toEqual(['v1']);
    await ask(rows(() => Promise.reject(new Error('ours'))));
    await ask(rows(async () => done({})));
    expect(back).toEqual(['v1']);
  });

  test('O2: what is shed costs no budget and does not run', async () => {
    shed = refusal('unavailable', { retryAfterMs: 1_234 });
    waitMs = 500;
    const run = vi.fn(async () => done({}));
    expect(await ask(rows(run))).toBe(shed);
    expect(run).not.toHaveBeenCalled();
  });

  test('P11: one connection has at most COMMANDS_UNDER_WAY_MAX under way, and gets room again', async () => {
    const finish: (() => void)[] = [];
    const table = rows(
      () =>
        new Promise((resolve) => {
          finish.push(() => resolve(done({})));
        }),
    );
    const asked = Array.from({ length: COMMANDS_UNDER_WAY_MAX }, () => ask(table));
    await settle();
    expect(await ask(table)).toMatchObject({ ok: false, error: 'rate_limited' });
    for (const end of finish) end();
    await Promise.all(asked);
    expect(asker.underWay).toBe(0);
    const next = ask(table);
    await settle();
    finish.at(-1)?.();
    expect(await next).toMatchObject({ ok: true });
  });
});

test('the asker is named to the fan-out with the place of its own entry, and routing is woken', async () => {
  await ask(rows(async () => done({ seq: 9, at: 1 }, { notices: [{ tell: 'inbox', change: 2 }], wakeRouting: true })));
  expect(told).toEqual([{ notices: [{ tell: 'inbox', change: 2 }], whom: { exceptSocket: 'socket-1', ownSeq: 9 } }]);
  expect(woken).toBe(1);
});

test('idle waits for what is under way', async () => {
  let finish: () => void = () => {};
  void ask(
    rows(
      () =>
        new Promise((resolve) => {
          finish = () => resolve(done({}));
        }),
    ),
  );
  await settle();
  const seen = vi.fn();
  void dispatch.idle().then(seen);
  await settle();
  expect(seen).not.toHaveBeenCalled();
  finish();
  await settle();
  expect(seen).toHaveBeenCalledOnce();
});

test('O1: how long messages wait to be stored, whatever else is under way', async () => {
  let store: () => void = () => {};
  const send: Row<VisitorSubject, unknown, unknown> = {
    schema: anything,
    bucket: 'send',
    run: () =>
      new Promise<Done<unknown>>((resolve) => {
        store = () => resolve(done({}));
      }),
  };
  void dispatch.guard('sign-in', () => new Promise<Done<unknown>>(() => {}));
  expect(dispatch.takeSendMs()).toBe(0);
  await clock.advance(1_000);
  const told = dispatch.run(new Map([['message:send', send]]) as never, subject, 'message:send', {}, asker);
  await clock.advance(750);
  expect(dispatch.takeSendMs()).toBe(750);
  store();
  await told;
  expect(dispatch.takeSendMs()).toBe(0);
});

test('O1: many that wait at a slow pace are too much before the oldest is old', async () => {
  const stored: (() => void)[] = [];
  const send: Row<VisitorSubject, unknown, unknown> = {
    schema: anything,
    bucket: 'send',
    run: () =>
      new Promise<Done<unknown>>((resolve) => {
        stored.push(() => resolve(done({})));
      }),
  };
  const table = new Map([['message:send', send]]) as never;
  for (let sent = 0; sent < 60; sent += 1) void dispatch.run(table, subject, 'message:send', {}, asker);
  await settle();
  // A burst that came just now says nothing yet.
  expect(dispatch.takeSendMs()).toBe(0);
  await clock.advance(250);
  for (const one of stored.slice(0, 10)) one();
  await settle();
  expect(dispatch.takeSendMs()).toBe(50 * 25);
});
