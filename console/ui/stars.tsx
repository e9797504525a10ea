import { Star } from './icons.tsx';

const SCORES = [1, 2, 3, 4, 5];

/** A picture only: the words beside it carry the score. */
export function Stars({ score }: { score: number }) {
  return (
    <span class="stars" aria-hidden="true">
      {SCORES.map((value) => (
        <Star key={value} full={value <= score} />
      ))}
    </span>
  );
}
