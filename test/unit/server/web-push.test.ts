import { expect, test } from 'vitest';
import { isQuiet } from '../../../protocol/wire/notices.ts';
import { decidePush, nextTry } from '../../../server/domain/notices/next-push.ts';
import { isPublicAddress } from '../../../server/platform/public-address.ts';
import { systemZones } from '../../../server/platform/zone-offset.ts';
import { createBrowser } from '../../support/push-service.ts';

test('NT4 the test’s browser reads what RFC 8291 gives as its example', () => {
  const browser = createBrowser('', 'q1dXpw3UpT5VOmu_cf_v6ih07Aems3njxI-JWgLcM94', 'BTBZMqHH6r4Tts7J_aSIgg');
  const body =
    'DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN';
  expect(browser.read(Buffer.from(body, 'base64url'))).toBe('When I grow up, I want to be a watermelon');
});

test('NT9 addresses inside are none of a push service', () => {
  const inside = ['127.0.0.1', '10.1.2.3', '172.31.0.1', '192.168.1.1', '169.254.169.254', '100.64.0.1', '0.0.0.0'];
  const more = [
    '::1',
    '::',
    'fe80::1',
    'fd00::1',
    '::ffff:127.0.0.1',
    '64:ff9b::a00:1',
    '2002:7f00:1::',
    '2001:db8::1',
    'x',
  ];
  for (const address of [...inside, ...more, '224.0.0.1', '255.255.255.255'])
    expect(isPublicAddress(address), address).toBe(false);
  for (const address of ['142.250.1.1', '17.1.2.3', '2a00:1450::1', '2620:1ec::1'])
    expect(isPublicAddress(address)).toBe(true);
});

test('NT8 again after twice as long, not before the service wants it, and not when it is no news any more', () => {
  const later = { result: 'later' } as const;
  expect(nextTry(later, { tries: 1, madeAt: 0 }, 0)).toBe(5_000);
  expect(nextTry(later, { tries: 3, madeAt: 0 }, 0)).toBe(20_000);
  expect(nextTry({ ...later, afterMs: 90_000 }, { tries: 1, madeAt: 0 }, 0)).toBe(90_000);
  expect(nextTry(later, { tries: 6, madeAt: 0 }, 0)).toBeNull();
  expect(nextTry(later, { tries: 1, madeAt: 0 }, 3_599_000)).toBeNull();
  expect(nextTry({ result: 'refused', reason: '' }, { tries: 1, madeAt: 0 }, 0)).toBeNull();
});

test('NT6 what a visible console shows waits, then is dropped if it still shows it', () => {
  expect(decidePush({ madeAt: 0, visibleUntil: 0 }, 1)).toEqual({ do: 'send' });
  expect(decidePush({ madeAt: 0, visibleUntil: 75_000 }, 1)).toEqual({ do: 'wait', until: 60_000 });
  expect(decidePush({ madeAt: 0, visibleUntil: 99_000 }, 60_000)).toEqual({ do: 'drop' });
  expect(decidePush({ madeAt: 0, visibleUntil: 0 }, 3_600_000)).toEqual({ do: 'drop' });
});

test('NT3 quiet until an instant, and each week at its times, also over midnight and from Sunday to Monday', () => {
  const at = (weekday: number, minute: number) => () => ({ weekday, minute });
  const spans = (quietSpans: { weekday: number; from: number; to: number }[]) => ({
    quietUntil: null,
    quietSpans,
    zone: 'UTC',
  });
  expect(isQuiet({ quietUntil: 10, quietSpans: [], zone: 'UTC' }, 9, at(1, 0))).toBe(true);
  expect(isQuiet({ quietUntil: 10, quietSpans: [], zone: 'UTC' }, 10, at(1, 0))).toBe(false);
  const night = spans([{ weekday: 7, from: 22 * 60, to: 7 * 60 }]);
  expect(isQuiet(night, 0, at(7, 22 * 60))).toBe(true);
  expect(isQuiet(night, 0, at(1, 6 * 60 + 59))).toBe(true);
  expect(isQuiet(night, 0, at(1, 7 * 60))).toBe(false);
  expect(isQuiet(night, 0, at(7, 6 * 60))).toBe(false);
});

test('NT3 a night in which the clocks change is quiet until seven by the wall, be it an hour shorter or longer', () => {
  const wallOf = (at: number, zone: string) => {
    const wall = at + systemZones.offsetOf(zone, at);
    return { weekday: new Date(wall).getUTCDay() || 7, minute: Math.floor(wall / 60_000) % 1_440 };
  };
  const quietSpans = [{ weekday: 6, from: 22 * 60, to: 7 * 60 }];
  const isSo = (at: string) => isQuiet({ quietUntil: null, quietSpans, zone: 'Europe/Berlin' }, Date.parse(at), wallOf);
  const spring = ['2027-03-27T20:59Z', '2027-03-27T21:00Z', '2027-03-28T04:59Z', '2027-03-28T05:00Z'];
  expect(spring.map(isSo)).toEqual([false, true, true, false]);
  const autumn = ['2026-10-24T19:59Z', '2026-10-24T20:00Z', '2026-10-25T05:59Z', '2026-10-25T06:00Z'];
  expect(autumn.map(isSo)).toEqual([false, true, true, false]);
});
