import { useState } from 'preact/hooks';
import type { Filter, MeasuresSplit, Split } from '../../../protocol/wire/measures.ts';
import { Choice } from '../choice.tsx';
import { useApp } from '../context.ts';
import { CloseIcon } from '../icons.tsx';
import { reportWords as words } from '../strings-of-reports.ts';
import { nameOfKey } from './key-names.ts';
import { useMeasures, usePlace } from './use-measures.ts';

const splits = () => Object.keys(words.splitNames) as Split[];

interface BarProps {
  /** Of what comes: it has no split, and no filter by what nobody knows yet; its site and its department are chosen beside. */
  isForecast?: boolean;
}

/** Of whom the figures are, and by what they are split: one filter of each kind, one split for every view. */
export function FilterBar({ isForecast = false }: BarProps) {
  const app = useApp();
  const place = usePlace();
  const [adding, setAdding] = useState<Filter | ''>('');
  const isOffered = (name: Split): name is Filter =>
    app.reports.canFilter(name) &&
    (!isForecast || (app.reports.isForeseen(name) && name !== 'site' && name !== 'department'));
  const filters = splits().filter(isOffered);
  const set = filters.filter((name) => place.only[name] !== undefined);
  const free = filters.filter((name) => place.only[name] === undefined);
  const nameOf = (name: Split) => [name, words.splitNames[name]] as const;
  return (
    <>
      {!isForecast && (
        <Choice
          label={words.splitLabel}
          value={place.split ?? ''}
          options={[['', words.noSplit], ...splits().map(nameOf)]}
          onChange={(name) => app.go({ ...place, split: splits().find((one) => one === name) ?? null })}
        />
      )}
      <Choice
        label={words.filterBy}
        value={adding}
        options={[['', words.all], ...free.map(nameOf)]}
        onChange={(name) => setAdding(free.find((one) => one === name) ?? '')}
      />
      {adding !== '' && <ValueChoice key={adding} of={adding} isForecast={isForecast} onDone={() => setAdding('')} />}
      {set.length > 0 && (
        <ul class="report-filters" aria-label={words.filters}>
          {set.map((name) => (
            <Chip key={name} of={name} />
          ))}
        </ul>
      )}
    </>
  );
}

/** What there is to choose from comes from the figures themselves: only what occurred can be filtered by. */
function ValueChoice({ of, isForecast, onDone }: Required<BarProps> & { of: Filter; onDone(): void }) {
  const app = useApp();
  const place = usePlace();
  // The weeks that a forecast is made of, whatever period the other views show.
  const [weeks] = useState(() => (isForecast ? app.reports.pastWeeks() : {}));
  const { state } = useMeasures<MeasuresSplit>({
    kind: 'measures/splits',
    extra: { split: of, ...weeks },
    without: of,
  });
  if (state.status === 'failed') return <p class="quiet report-bar-note">{words.failed}</p>;
  const rows = state.status === 'ready' ? state.value.groups : [];
  const options = rows.map(({ key, name }) => [`=${key}`, nameOfKey(of, key, name)] as const);
  const first = state.status === 'ready' ? words.choose : words.reading;
  return (
    <Choice
      label={words.splitNames[of]}
      value=""
      options={[['', first], ...options]}
      onChange={(value) => {
        onDone();
        if (value) app.go({ ...place, only: { ...place.only, [of]: value.slice(1) }, which: null });
      }}
    />
  );
}

function Chip({ of }: { of: Filter }) {
  const app = useApp();
  const place = usePlace();
  const { [of]: _, ...rest } = place.only;
  const text = `${words.splitNames[of]}: ${useFilterName(of)}`;
  return (
    <li class="report-filter">
      <bdi>{text}</bdi>
      <a
        class="icon-button icon-button-small"
        href={app.hrefOf({ ...place, only: rest, which: null })}
        aria-label={words.removeFilter(text)}
        title={words.removeFilter(text)}
      >
        <CloseIcon size={14} />
      </a>
    </li>
  );
}

/** The address holds the key only; how it is called, the figures know. */
function useFilterName(of: Filter): string {
  const key = usePlace().only[of] ?? '';
  const { state } = useMeasures<MeasuresSplit>({ kind: 'measures/splits', extra: { split: of } });
  return nameOfKey(of, key, state.status === 'ready' ? state.value.narrowedTo : null);
}
