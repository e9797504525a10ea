import type { Tried } from '../../model/outside-setup.ts';
import { PanelShown } from '../panel-shown.tsx';
import { troubleOf, outsideWords as words } from '../strings-of-outside.ts';

/** CS7: what came of a try, with what an owner can mend it by. */
export function TriedBox({ name, tried }: { name: string; tried: Tried | undefined }) {
  return (
    <div role="status">
      {tried !== undefined && tried !== 'asking' && (
        <div class="tried">
          <Outcome name={name} tried={tried} />
        </div>
      )}
    </div>
  );
}

function Outcome({ name, tried }: { name: string; tried: Exclude<Tried, 'asking'> }) {
  if ('refusal' in tried) {
    const { error, field } = tried.refusal;
    if (error === 'rate_limited') return <p class="problem">{words.tooOften}</p>;
    return <p class="problem">{field ? words.tooMuch : words.notAsked}</p>;
  }
  const { answer } = tried;
  if (answer.kind === 'unknown') return <p>{words.triedUnknown}</p>;
  if (answer.kind === 'said')
    return (
      <>
        <p class="quiet">{words.triedSaid}</p>
        <p dir="auto">{answer.text}</p>
      </>
    );
  if (answer.kind === 'shown')
    return (
      <>
        <p class="quiet">{words.tried}</p>
        <PanelShown panel={answer.panel} />
      </>
    );
  return (
    <p class="problem">
      {troubleOf(name, answer)} {answer.status !== undefined && words.status(answer.status)}{' '}
      {answer.field !== undefined && words.field(answer.field)}
    </p>
  );
}
