import { expect, test } from 'vitest';
import { HANDSHAKE_MS_MAX } from '../../../protocol/wire/limits.ts';
import { StartsUnderWay } from '../../../server/gateway/starts-under-way.ts';
import { ManualClock } from '../../support/manual-clock.ts';

test('P6: only what was told since the start counts', () => {
  const starts = new StartsUnderWay(new ManualClock());
  const first = starts.begin();
  starts.told('v1');
  const second = starts.begin();
  expect(starts.wasTold('v1', first)).toBe(true);
  expect(starts.wasTold('v1', second)).toBe(false);
  starts.told('v1');
  expect(starts.wasTold('v1', second)).toBe(true);
});

test('nothing is remembered while nobody starts', () => {
  const starts = new StartsUnderWay(new ManualClock());
  starts.told('v1');
  const ticket = starts.begin();
  expect(starts.wasTold('v1', ticket)).toBe(false);
  starts.end(ticket);
});

test('too many names to remember: everybody who is starting reads again', () => {
  const starts = new StartsUnderWay(new ManualClock());
  const ticket = starts.begin();
  for (let name = 0; name < 10_001; name += 1) starts.told(`v${name}`);
  expect(starts.wasTold('somebody else', ticket)).toBe(true);
  const later = starts.begin();
  expect(starts.wasTold('somebody else', later)).toBe(false);
});

test('a start whose connection went is forgotten after a while', async () => {
  const clock = new ManualClock();
  const starts = new StartsUnderWay(clock);
  starts.begin();
  await clock.advance(2 * HANDSHAKE_MS_MAX);
  const ticket = starts.begin();
  starts.told('v1');
  starts.end(ticket);
  // The last one ended, so nothing is kept any more.
  const next = starts.begin();
  expect(starts.wasTold('v1', next)).toBe(false);
});
