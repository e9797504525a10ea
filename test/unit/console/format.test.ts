import { expect, test } from 'vitest';
import { duration, percent, pickLocale, shortDuration } from '../../../console/ui/format.ts';

test('lengths are told in their two largest units', () => {
  expect(duration(0)).toBe('0 sec');
  expect(duration(59_400)).toBe('59 sec');
  expect(duration(59_600)).toBe('1 min');
  expect(duration(72_000)).toBe('1 min 12 sec');
  expect(duration(3_600_000)).toBe('1 hr');
  expect(duration(90_061_000)).toBe('1 day 1 hr');
  expect(shortDuration(215_000)).toBe('3m 35s');
  expect(duration(-5)).toBe('0 sec');
});

test('a language that Intl refuses does not keep the console from opening', () => {
  expect(pickLocale(['en-US@posix', 'en-GB'], 'en')).toBe('en-GB');
  expect(pickLocale(['de-DE'], 'en')).toBe('en');
  expect(pickLocale(['en-GB', 'de-AT', 'de'], 'de')).toBe('de-AT');
  expect(pickLocale(['pt-PT'], 'pt-BR')).toBe('pt-PT');
  expect(pickLocale([], 'en')).toBe('en');
});

test('shares are whole percents', () => {
  expect(percent(0.847)).toBe('85%');
});
