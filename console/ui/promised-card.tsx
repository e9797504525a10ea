import type { PromisedWaits } from '../../protocol/wire/report.ts';
import { Definition } from './definition.tsx';
import { number, percent } from './format.ts';
import { serviceStrings as words } from './strings-of-service.ts';

/** M17: what visitors were told about their wait, against what came of it. Nothing where nobody was told. */
export function PromisedCard({ promised }: { promised: PromisedWaits }) {
  if (promised.n === 0) return null;
  const parts = [
    [words.inside, promised.inside],
    [words.shorter, promised.shorter],
    [words.longer, promised.longer],
  ] as const;
  return (
    <section class="card" aria-label={words.promised}>
      <h2 class="card-title">
        {words.promised} <Definition measure={words.promised} text={words.promisedMore} />
      </h2>
      {parts.map(([word, count], index) => (
        <p key={word} class={index === 0 ? 'figure figure-plain' : 'card-note'}>
          <bdi>{percent(count / promised.n)}</bdi> {word}
        </p>
      ))}
      <p class="card-note">{words.promisedOf(number(promised.n))}</p>
    </section>
  );
}
