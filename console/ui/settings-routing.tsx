import { useEffect } from 'preact/hooks';
import { markOf } from '../../protocol/kit/mark-of.ts';
import type { RoutingPlan } from '../../protocol/wire/routing.ts';
import { Choice } from './choice.tsx';
import { useApp } from './context.ts';
import { EntryField } from './entry-field.tsx';
import { Meanwhile } from './meanwhile.tsx';
import { NotLoaded } from './not-loaded.tsx';
import { RuleList } from './rule-list.tsx';
import { SaveRow } from './save-row.tsx';
import { Skeleton } from './skeleton.tsx';
import { settingsWords } from './strings-of-settings.ts';
import { onSubmit, useRecord } from './use-record.ts';

const SECOND_MS = 1_000;
const MINUTE_MS = 60_000;

/** Who gets whom: the routing plan (docs/routing.md). */
export function SettingsRouting() {
  const { staff } = useApp();
  useEffect(() => staff.load(), [staff]);
  const state = staff.plan.state.value;
  return (
    <section class="card" aria-labelledby="routing-title">
      <h2 id="routing-title">{settingsWords.routing.title}</h2>
      <p class="quiet">{settingsWords.routing.hint}</p>
      {state.status === 'failed' && <NotLoaded text={settingsWords.failed} onRetry={() => staff.load()} />}
      {state.status !== 'failed' && state.status !== 'ready' && <Skeleton rows={3} kind="rows" />}
      {state.status === 'ready' && <PlanForm stored={state.value} />}
    </section>
  );
}

function PlanForm({ stored }: { stored: RoutingPlan }) {
  const { staff } = useApp();
  const form = useRecord('routing plan', markOf(stored));
  // Each setting by itself: two who change different ones are in nobody's way.
  const fields = Object.entries(stored).map(([name, value]) => [name, form.field(name, value)] as const);
  const plan = Object.fromEntries(fields.map(([name, [value]]) => [name, value])) as unknown as RoutingPlan;
  const set = (changed: Partial<RoutingPlan>) => {
    for (const [name, [, change]] of fields) if (name in changed) change(changed[name as keyof RoutingPlan] as never);
  };
  const save = async () => {
    if (await staff.setPlan(plan, form.basedOn())) form.close();
  };
  return (
    <form class="form" onSubmit={onSubmit(save)}>
      <Choice
        label={settingsWords.routing.choice}
        value={plan.choice}
        options={Object.entries(settingsWords.routing.choices)}
        onChange={(choice) => set({ choice: choice as RoutingPlan['choice'] })}
      />
      <Choice
        label={settingsWords.routing.delivery}
        value={plan.delivery}
        options={Object.entries(settingsWords.routing.deliveries)}
        onChange={(delivery) => set({ delivery: delivery as RoutingPlan['delivery'] })}
      />
      <Lengths plan={plan} set={set} />
      <Choice
        label={settingsWords.routing.language}
        value={plan.language}
        options={Object.entries(settingsWords.routing.languages)}
        onChange={(language) => set({ language: language as RoutingPlan['language'] })}
      />
      <RuleList rules={plan.rules} onChange={(rules) => set({ rules })} />
      <Meanwhile form={form} problem={staff.problem.value} onSave={() => void save()} />
      <SaveRow mine />
    </form>
  );
}

interface LengthsProps {
  plan: RoutingPlan;
  set(changed: Partial<RoutingPlan>): void;
}

function Lengths({ plan, set }: LengthsProps) {
  /** Empty is never; a length in the unit that people think in. */
  const length = (value: number | null, unitMs: number) => (value === null ? '' : String(value / unitMs));
  const lengthOf = (text: string, unitMs: number) => (text.trim() === '' ? null : Math.round(Number(text) * unitMs));
  return (
    <>
      {plan.delivery === 'offer' && (
        <EntryField
          label={settingsWords.routing.offerMs}
          type="number"
          min={1}
          value={length(plan.offerMs, SECOND_MS)}
          onInput={(text) => set({ offerMs: lengthOf(text, SECOND_MS) ?? plan.offerMs })}
        />
      )}
      {(['answerMs', 'knownAgentMs', 'targetMs'] as const).map((name) => (
        <EntryField
          key={name}
          label={settingsWords.routing[name]}
          hint={settingsWords.routing.never}
          type="number"
          min={1}
          value={length(plan[name], SECOND_MS)}
          onInput={(text) => set({ [name]: lengthOf(text, SECOND_MS) })}
        />
      ))}
      <EntryField
        label={settingsWords.routing.missesMax}
        hint={settingsWords.routing.never}
        type="number"
        min={1}
        value={length(plan.missesMax, 1)}
        onInput={(text) => set({ missesMax: lengthOf(text, 1) })}
      />
      <EntryField
        label={settingsWords.routing.inactiveMs}
        hint={settingsWords.routing.never}
        type="number"
        min={1}
        value={length(plan.inactiveMs, MINUTE_MS)}
        onInput={(text) => set({ inactiveMs: lengthOf(text, MINUTE_MS) })}
      />
    </>
  );
}
