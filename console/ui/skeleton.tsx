import { strings } from './strings.ts';

/** Grey lines in the shape of what is coming. Says so once to those who do not see it. */
export function Skeleton({ rows, kind }: { rows: number; kind: 'rows' | 'bubbles' | 'cards' }) {
  return (
    <div class={`skeleton skeleton-${kind}`}>
      <span class="visually-hidden" role="status">
        {strings.loading}
      </span>
      {Array.from({ length: rows }, (_, index) => (
        <div key={index} class="skeleton-row" aria-hidden="true">
          <span />
          <span />
        </div>
      ))}
    </div>
  );
}
