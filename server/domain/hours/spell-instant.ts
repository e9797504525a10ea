import { civilDate, DAY_MS } from './civil.ts';

/** `2026-11-26T09:30:00.000Z` */
export function spellInstant(at: number): string {
  const days = Math.floor(at / DAY_MS);
  const { year, month, day } = civilDate(days);
  const rest = at - days * DAY_MS;
  const [hour, minute, second] = [rest / 3_600_000, (rest / 60_000) % 60, (rest / 1_000) % 60].map(Math.floor);
  const digits = (number = 0, length = 2) => String(number).padStart(length, '0');
  const date = `${digits(year, 4)}-${digits(month)}-${digits(day)}`;
  return `${date}T${digits(hour)}:${digits(minute)}:${digits(second)}.${digits(rest % 1_000, 3)}Z`;
}
