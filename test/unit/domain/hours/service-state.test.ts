import { describe, expect, it } from 'vitest';
import { readCalendar } from '../../../../server/domain/hours/calendar.ts';
import { decideWaiting, readService } from '../../../../server/domain/hours/service-state.ts';
import { zoneOffset } from '../../../../server/platform/zone-offset.ts';
import { calendarOf, specialDay } from './calendars.ts';

const at = (iso: string) => Date.parse(iso);
const hours = (...parts: Parameters<typeof calendarOf>) => readCalendar(calendarOf(...parts));
const nothing = { calendar: null, offline: null };
const monday = '2026-06-01';
const office = { calendar: hours('UTC', { weekdays: ['09:00-17:00'] }), offline: null };

describe('H6 whether chat is open', () => {
  it('without hours always, and nothing changes that', () => {
    const state = readService(nothing, null, zoneOffset, 0);
    expect(state).toEqual({
      told: { open: true, opensAt: null, day: null, text: null },
      closedSince: null,
      until: null,
    });
  });

  it('by the hours, with the next opening; over a weekend on Monday', () => {
    expect(readService(office, null, zoneOffset, at(`${monday}T10:00Z`))).toMatchObject({
      told: { open: true, opensAt: null },
      until: at(`${monday}T17:00Z`),
    });
    expect(readService(office, null, zoneOffset, at('2026-06-05T18:00Z'))).toEqual({
      told: { open: false, opensAt: at('2026-06-08T09:00Z'), day: null, text: null },
      closedSince: at('2026-06-05T17:00Z'),
      until: at('2026-06-08T09:00Z'),
    });
  });

  it('a holiday is told by its name', () => {
    const days = [specialDay('2026-12-25', 'Christmas Day', [], true)];
    const site = { calendar: hours('Europe/Berlin', { everyday: ['09:00-17:00'] }, days), offline: null };
    expect(readService(site, null, zoneOffset, at('2027-12-25T12:00Z')).told.day).toBe('Christmas Day');
    // Berlin is an hour ahead: there it is the 26th already.
    expect(readService(site, null, zoneOffset, at('2027-12-25T23:30Z')).told.day).toBeNull();
  });

  it("a department's own hours go before its site's; without any it has its site's", () => {
    const night = { calendar: hours('UTC', { everyday: ['22:00-06:00'] }), offline: null };
    const midnight = at(`${monday}T00:00Z`);
    expect(readService(office, night, zoneOffset, midnight).told.open).toBe(true);
    expect(readService(office, nothing, zoneOffset, midnight).told.open).toBe(false);
  });

  it('taken offline by hand goes before the hours, until it is ended or ends by itself', () => {
    const since = at(`${monday}T11:00Z`);
    const site = (until: number | null) => ({ ...office, offline: { text: 'Our line is down.', since, until } });
    const noon = at(`${monday}T12:00Z`);
    expect(readService(site(null), null, zoneOffset, noon)).toEqual({
      told: { open: false, opensAt: null, day: null, text: 'Our line is down.' },
      closedSince: since,
      until: null,
    });
    expect(readService(site(at(`${monday}T13:00Z`)), null, zoneOffset, noon).told.opensAt).toBe(at(`${monday}T13:00Z`));
    // It ends after the hours: the next opening is tomorrow's.
    expect(readService(site(at(`${monday}T19:00Z`)), null, zoneOffset, noon).told.opensAt).toBe(
      at('2026-06-02T09:00Z'),
    );
    expect(readService(site(at(`${monday}T11:30Z`)), null, zoneOffset, noon).told.open).toBe(true);
    expect(readService(site(null), null, zoneOffset, since - 1).told.open).toBe(true);
    expect(readService(office, { calendar: null, offline: site(null).offline }, zoneOffset, noon).told.open).toBe(
      false,
    );
  });
});

describe('H7 those who wait at closing time', () => {
  const closed = readService(office, null, zoneOffset, at(`${monday}T17:00Z`));
  const open = readService(office, null, zoneOffset, at(`${monday}T16:59Z`));
  const before = { queuedAt: at(`${monday}T16:50Z`), held: false };
  const after = { queuedAt: at(`${monday}T17:00Z`), held: false };

  it('are served, kept or let go as the owner says', () => {
    expect(decideWaiting(before, closed, 'serve')).toBe('leave');
    expect(decideWaiting(before, closed, 'keep')).toBe('keep');
    expect(decideWaiting(before, closed, 'close')).toBe('close');
    expect(decideWaiting(before, open, 'close')).toBe('leave');
  });

  it('whoever came later is kept for the morning, whatever the owner says', () => {
    for (const setting of ['serve', 'keep', 'close'] as const) {
      expect(decideWaiting(after, closed, setting)).toBe('hold');
    }
  });

  it('H8 at opening they stand in line again, where they stood', () => {
    expect(decideWaiting({ ...after, held: true }, closed, 'close')).toBe('leave');
    expect(decideWaiting({ ...after, held: true }, open, 'close')).toBe('release');
  });
});
