import { describe, expect, test } from 'vitest';
import {
  MAIL_RETRY_MS_MAX,
  MAIL_RETRY_MS_MIN,
  MAIL_TRIES_MAX,
  REPORT_LATE_MS_MAX,
} from '../../../../protocol/wire/limits.ts';
import type { ReportPlan } from '../../../../protocol/wire/mail.ts';
import { isMailAddress } from '../../../../protocol/wire/mail-address.ts';
import { mailboxOf } from '../../../../server/domain/mail/mailbox.ts';
import { decideMailEnd } from '../../../../server/domain/mail/next-try.ts';
import { findReportDue } from '../../../../server/domain/mail/report-due.ts';
import { zoneOffset } from '../../../../server/platform/zone-offset.ts';

const HOUR_MS = 3_600_000;

describe('E5 one plain address', () => {
  test.each([
    'eva@example.org',
    'e.v+a@mail.example.co.uk',
    "o'hara@example.org",
    'a@localhost',
    'x@xn--mnchen-3ya.de',
  ])('%s is one', (address) => expect(isMailAddress(address)).toBe(true));
  test.each([
    'eva',
    '@example.org',
    'eva@',
    'a@b@c.org',
    'eva@example.org, bob@example.org',
    'eva@example.org;bob@example.org',
    'eva@example.org\r\nBcc: bob@example.org',
    'Eva <eva@example.org>',
    '"eva"@example.org',
    'eva@[127.0.0.1]',
    'e..va@example.org',
    'eva@-example.org',
    'éva@example.org',
    `${'a'.repeat(65)}@example.org`,
    `eva@${'a.'.repeat(130)}org`,
  ])('%j is none', (address) => expect(isMailAddress(address)).toBe(false));

  test('E4 spellings of one mailbox are counted as one', () => {
    const one = ['eva@gmail.com', 'E.V.A@Gmail.com', 'eva+shop@googlemail.com'].map(mailboxOf);
    expect(new Set(one).size).toBe(1);
    expect(mailboxOf('e.va@example.org')).not.toBe(mailboxOf('eva@example.org'));
    expect(mailboxOf('+@example.org')).toBe('+@example.org');
  });
});

describe('E2 what becomes of a try', () => {
  const later = { result: 'later', reason: '451' } as const;
  test('pauses double up to the longest, and the last try is the last', () => {
    const pauses = Array.from({ length: MAIL_TRIES_MAX - 1 }, (_, n) => {
      const end = decideMailEnd(later, n + 1, 1_000);
      return end.state === 'waiting' ? end.dueAt - 1_000 : null;
    });
    expect(pauses[0]).toBe(MAIL_RETRY_MS_MIN);
    expect(pauses[1]).toBe(2 * MAIL_RETRY_MS_MIN);
    expect(pauses.at(-1)).toBe(MAIL_RETRY_MS_MAX);
    expect(decideMailEnd(later, MAIL_TRIES_MAX, 0)).toEqual({ state: 'dead', reason: '451' });
  });
  test('a refusal for good is no reason to try again', () => {
    expect(decideMailEnd({ result: 'refused', reason: '550' }, 1, 0)).toEqual({ state: 'dead', reason: '550' });
    expect(decideMailEnd({ result: 'sent' }, MAIL_TRIES_MAX, 0)).toEqual({ state: 'sent' });
  });
});

describe('E10 when a report is due', () => {
  const plan = (more: Partial<ReportPlan> = {}): ReportPlan => ({
    ...{ every: 'day', weekday: 1, hour: 8, zone: 'Europe/Berlin', site: null, to: ['a1'] },
    ...more,
  });
  const due = (at: string, more: Partial<ReportPlan> = {}, since = 0) =>
    findReportDue(plan(more), zoneOffset, since, Date.parse(at));

  test('at its hour by the wall of its zone, for the whole day before', () => {
    expect(due('2026-01-15T06:59:59.999Z')).toMatchObject({ to: Date.parse('2026-01-13T23:00Z') });
    expect(due('2026-01-15T07:00Z')).toMatchObject({
      from: Date.parse('2026-01-13T23:00Z'),
      to: Date.parse('2026-01-14T23:00Z'),
    });
    expect(due('2026-07-15T06:00Z')).toMatchObject({ to: Date.parse('2026-07-14T22:00Z') });
  });

  test('days of 23 and 25 hours are whole days', () => {
    const spring = due('2026-03-30T06:00Z');
    const autumn = due('2026-10-26T07:00Z');
    expect((spring?.to ?? 0) - (spring?.from ?? 0)).toBe(23 * HOUR_MS);
    expect((autumn?.to ?? 0) - (autumn?.from ?? 0)).toBe(25 * HOUR_MS);
    const week = due('2026-10-26T07:00Z', { every: 'week' });
    expect((week?.to ?? 0) - (week?.from ?? 0)).toBe((7 * 24 + 1) * HOUR_MS);
  });

  test('an hour that is left out is the one after it; one that comes twice counts the first time', () => {
    const at2 = { hour: 2 };
    const key = due('2026-03-29T01:00Z', at2)?.key;
    expect(due('2026-03-29T00:59Z', at2)?.key).not.toBe(key);
    expect(due('2026-10-25T00:00Z', at2)?.key).toBe(due('2026-10-25T01:00Z', at2)?.key);
    expect(due('2026-10-24T23:59Z', at2)?.key).not.toBe(due('2026-10-25T00:00Z', at2)?.key);
  });

  test('an hour that is leapt over on the way to a quarter to four, or two hours on, is due at the leap', () => {
    const begin = (zone: string, hour: number, leap: string) =>
      [-1, 0].map((ms) => due(new Date(Date.parse(leap) + ms).toISOString(), { zone, hour })?.key.split(' ')[1]);
    expect(begin('Pacific/Chatham', 3, '2026-09-26T14:00:00Z')).toEqual(['20722', '20723']);
    expect(begin('Antarctica/Troll', 2, '2026-03-29T01:00:00Z')).toEqual(['20540', '20541']);
    expect(begin('Australia/Lord_Howe', 2, '2026-10-03T15:30:00Z')).toEqual(['20729', '20730']);
  });

  test('every day of a year has exactly one, found at any later moment of its day, too', () => {
    const keys = new Set<string>();
    for (let at = Date.parse('2026-01-02T05:00Z'); at < Date.parse('2027-01-02T05:00Z'); at += 12 * HOUR_MS)
      keys.add(findReportDue(plan({ hour: 2 }), zoneOffset, 0, at)?.key ?? 'none');
    const days = [...keys].map((key) => Number(key.split(' ')[1]));
    expect(days).toEqual(days.map((_, index) => (days[0] ?? 0) + index));
    expect(days).toHaveLength(365);
  });

  // Quarters of an hour, half hours of summer time, midnights that never are, the first and the last days of the world.
  test.each([
    'Pacific/Chatham',
    'Australia/Lord_Howe',
    'America/Santiago',
    'Asia/Beirut',
    'Africa/Cairo',
    'Asia/Kathmandu',
    'Pacific/Kiritimati',
    'Pacific/Pago_Pago',
  ])('the days of %s follow each other without gap or overlap, each from its first instant on', (zone) => {
    const dayAt = (at: number) => Math.floor((at + zoneOffset(zone, at)) / (24 * HOUR_MS));
    const first = Date.parse('2026-01-02T12:00Z');
    let before = findReportDue(plan({ zone, hour: 0 }), zoneOffset, 0, first);
    for (let at = first + 24 * HOUR_MS; at < first + 366 * 24 * HOUR_MS; at += 24 * HOUR_MS) {
      const report = findReportDue(plan({ zone, hour: 0 }), zoneOffset, 0, at);
      expect(report?.from).toBe(before?.to);
      const [from, to] = [report?.from ?? 0, report?.to ?? 0];
      expect([dayAt(from - 1), dayAt(from), dayAt(to - 1), dayAt(to)].map((day) => day - dayAt(from))).toEqual([
        -1, 0, 0, 1,
      ]);
      before = report;
    }
  });

  test('weekly on its day only', () => {
    expect(due('2026-01-12T07:00Z', { every: 'week' })).toMatchObject({
      from: Date.parse('2026-01-04T23:00Z'),
      to: Date.parse('2026-01-11T23:00Z'),
    });
    expect(due('2026-01-14T07:00Z', { every: 'week' })).toBeNull();
  });

  test('after a stop it is sent late, but not too late, and not for a plan that was made after its hour', () => {
    const hour = Date.parse('2026-01-12T07:00Z');
    const at = (late: number, since = 0) => findReportDue(plan({ every: 'week' }), zoneOffset, since, hour + late);
    expect(at(REPORT_LATE_MS_MAX)).not.toBeNull();
    expect(at(REPORT_LATE_MS_MAX + 1)).toBeNull();
    expect(at(HOUR_MS, hour + 1)).toBeNull();
    expect(at(HOUR_MS, hour)).not.toBeNull();
  });

  test('never, and without recipients, there is none', () => {
    expect(due('2026-01-15T07:00Z', { every: 'never' })).toBeNull();
    expect(due('2026-01-15T07:00Z', { to: [] })).toBeNull();
  });
});
