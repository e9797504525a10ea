import { hoursWords } from './strings-of-hours.ts';

/** The address of a page of the settings names what is not there (Z21), or what cannot be looked for now. */
export function NotHere({ isUnreached = false }: { isUnreached?: boolean }) {
  return (
    <p class="card" role="status">
      {isUnreached ? hoursWords.unreached : hoursWords.notHere}
    </p>
  );
}
