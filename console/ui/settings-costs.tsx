import { useCallback, useEffect, useState } from 'preact/hooks';
import type { BusinessSettingsRead } from '../../protocol/wire/business.ts';
import type { Costs, CostsDraft } from '../model/costs.ts';
import { useApp } from './context.ts';
import { Empty } from './empty.tsx';
import { EntryField } from './entry-field.tsx';
import { dayTime } from './format.ts';
import { AlertIcon } from './icons.tsx';
import { Meanwhile } from './meanwhile.tsx';
import { Skeleton } from './skeleton.tsx';
import { strings } from './strings.ts';
import { costProblem, costWords as words } from './strings-of-costs.ts';
import { onSubmit, useRecord } from './use-record.ts';
import './styles/costs.css';
import './styles/parts.css';

/** What service costs, and how shifts are planned (docs/business.md). */
export function SettingsCosts() {
  const app = useApp();
  const costs = app.costs.value;
  const [isMissing, setMissing] = useState(false);
  const open = useCallback(() => void app.openCosts().then((isHere) => setMissing(!isHere)), [app]);
  useEffect(open, [open]);
  if (costs) return <Read costs={costs} />;
  return isMissing ? <Failed onRetry={open} /> : <Skeleton rows={4} kind="cards" />;
}

function Read({ costs }: { costs: Costs }) {
  useEffect(() => costs.load(), [costs]);
  const state = costs.read.state.value;
  if (state.status === 'failed') return <Failed onRetry={() => costs.load()} />;
  if (state.status !== 'ready') return <Skeleton rows={4} kind="cards" />;
  return <Form costs={costs} read={state.value} />;
}

function Failed({ onRetry }: { onRetry(): void }) {
  return (
    <Empty icon={<AlertIcon size={28} />} title={words.failed}>
      <button type="button" class="button" onClick={onRetry}>
        {strings.retry}
      </button>
    </Empty>
  );
}

function Form({ costs, read }: { costs: Costs; read: BusinessSettingsRead }) {
  const form = useRecord('costs', String(read.version));
  const fields = Object.entries(costs.draftOf(read.settings)).map(
    ([name, value]) => [name as keyof CostsDraft, form.field<unknown>(name, value)] as const,
  );
  const draft = Object.fromEntries(fields.map(([name, [value]]) => [name, value])) as unknown as CostsDraft;
  const set = (part: Partial<CostsDraft>) => {
    for (const [name, [, change]] of fields) if (name in part) change(part[name]);
  };
  const problem = costs.problem.value;
  const [last] = read.history;
  const save = async () => {
    if (await costs.save(draft, Number(form.basedOn()))) form.close();
  };
  return (
    <form class="form" onSubmit={onSubmit(save)}>
      <section class="card form" aria-labelledby="costs-title">
        <h2 id="costs-title">{words.title}</h2>
        <p class="quiet">{words.hint}</p>
        <EntryField
          label={words.currency}
          hint={words.currencyHint}
          maxLength={3}
          value={draft.currency}
          onInput={(currency) => set({ currency })}
        />
        <Months limits={costs.limits} draft={draft} onChange={(months) => set({ months })} />
      </section>
      <Staffing limits={costs.limits} draft={draft} onChange={set} />
      <Meanwhile form={form} problem={problem} onSave={() => void save()} />
      <div class="save-row">
        <button type="submit" class="button button-primary" aria-disabled={costs.saving.value}>
          {costs.saving.value ? words.saving : words.save}
        </button>
        <p class="problem" role="alert">
          {problem && costProblem(problem)}
        </p>
        <p class="done" role="status">
          {costs.saved.value && words.saved}
        </p>
      </div>
      {last && <p class="quiet">{words.version(last.version, last.by, dayTime(last.at))}</p>}
    </form>
  );
}

type Month = CostsDraft['months'][number];

function Months({
  draft,
  limits,
  onChange,
}: {
  draft: CostsDraft;
  limits: Costs['limits'];
  onChange(months: Month[]): void;
}) {
  const { months } = draft;
  const change = (at: number, part: Partial<Month>) =>
    onChange(months.map((one, index) => (index === at ? { ...one, ...part } : one)));
  return (
    <>
      <h3>{words.months}</h3>
      <p class="quiet">{words.monthsHint}</p>
      {months.length === 0 && <p>{words.noMonths}</p>}
      {months.map(({ month, hourlyCost, marketing }, at) => (
        <fieldset key={at} class="subset cost-month" aria-label={words.monthOf(month)}>
          <EntryField
            label={words.month}
            required
            maxLength={7}
            value={month}
            onInput={(text) => change(at, { month: text })}
          />
          <EntryField
            label={words.hourly}
            type="number"
            min={0}
            step="any"
            value={hourlyCost}
            onInput={(text) => change(at, { hourlyCost: text })}
          />
          <EntryField
            label={words.marketing}
            type="number"
            min={0}
            step="any"
            value={marketing}
            onInput={(text) => change(at, { marketing: text })}
          />
          <button type="button" class="link-button" onClick={() => onChange(months.filter((_, index) => index !== at))}>
            {words.remove(month)}
          </button>
        </fieldset>
      ))}
      {months.length < limits.monthsMax && (
        <button
          type="button"
          class="button button-small"
          onClick={() =>
            onChange([...months, { month: nextMonth(months.at(-1)?.month), hourlyCost: '', marketing: '' }])
          }
        >
          {words.addMonth}
        </button>
      )}
    </>
  );
}

/** The one after the last; the first is the person's to choose. */
function nextMonth(last = ''): string {
  const [year, month] = last.split('-').map(Number);
  if (!year || !month) return '';
  return month === 12 ? `${year + 1}-01` : `${year}-${String(month + 1).padStart(2, '0')}`;
}

function Staffing({
  draft,
  limits,
  onChange,
}: {
  draft: CostsDraft;
  limits: Costs['limits'];
  onChange(part: Partial<CostsDraft>): void;
}) {
  return (
    <section class="card form" aria-labelledby="staffing-title">
      <h2 id="staffing-title">{words.staffing}</h2>
      <p class="quiet">{words.staffingHint}</p>
      <EntryField
        label={words.targetShare}
        type="number"
        min={1}
        max={99}
        step="any"
        required
        value={draft.targetShare}
        onInput={(targetShare) => onChange({ targetShare })}
      />
      <EntryField
        label={words.targetSeconds}
        hint={words.targetSecondsHint}
        type="number"
        min={1}
        step="any"
        value={draft.targetSeconds}
        onInput={(targetSeconds) => onChange({ targetSeconds })}
      />
      <EntryField
        label={words.chats}
        type="number"
        min={1}
        max={limits.chatsMax}
        required
        value={draft.chatsAtOnce}
        onInput={(chatsAtOnce) => onChange({ chatsAtOnce })}
      />
      <EntryField
        label={words.occupancy}
        type="number"
        min={10}
        max={100}
        step="any"
        required
        value={draft.occupancyMax}
        onInput={(occupancyMax) => onChange({ occupancyMax })}
      />
      <EntryField
        label={words.shrinkage}
        hint={words.shrinkageHint}
        type="number"
        min={0}
        max={90}
        step="any"
        required
        value={draft.shrinkage}
        onInput={(shrinkage) => onChange({ shrinkage })}
      />
    </section>
  );
}
