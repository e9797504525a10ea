import { strings } from './strings.ts';

/** What could not be read, and a press to try it again. */
export function NotLoaded({ text, onRetry }: { text: string; onRetry(): void }) {
  return (
    <p class="problem" role="alert">
      {text}{' '}
      <button type="button" class="link-button" onClick={onRetry}>
        {strings.retry}
      </button>
    </p>
  );
}
