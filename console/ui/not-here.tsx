import { hoursWords } from './strings-of-hours.ts';

/** The address of a page of the settings names what is not there (Z21). */
export function NotHere() {
  return (
    <p class="card" role="status">
      {hoursWords.notHere}
    </p>
  );
}
