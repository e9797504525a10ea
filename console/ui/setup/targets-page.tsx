import { useEffect, useState } from 'preact/hooks';
import { BASIS } from '../../../protocol/kit/basis.ts';
import { markOf } from '../../../protocol/kit/mark-of.ts';
import type { Department } from '../../../protocol/wire/departments.ts';
import type { RoutingPlan } from '../../../protocol/wire/routing.ts';
import { useApp } from '../context.ts';
import { EntryField } from '../entry-field.tsx';
import { duration } from '../format.ts';
import { Meanwhile } from '../meanwhile.tsx';
import { NotLoaded } from '../not-loaded.tsx';
import { SaveRow } from '../save-row.tsx';
import { Seen } from '../seen.tsx';
import { Skeleton } from '../skeleton.tsx';
import { targetWords as words } from '../strings-of-targets.ts';
import { onSubmit, useRecord } from '../use-record.ts';
import '../styles/parts.css';
import '../styles/setup.css';
import { departmentsWith, planWith, type TargetsDraft, targetsOf } from '../targets-draft.ts';

/** What the team aims at (R13, M10): for everybody, by department, by segment. */
export function TargetsPage() {
  const { staff } = useApp();
  useEffect(() => staff.load(), [staff]);
  const plan = staff.plan.state.value;
  const departments = staff.departments.state.value;
  const [kept, keep] = useState<{ plan: RoutingPlan; departments: Department[] } | null>(null);
  useEffect(() => {
    if (plan.status === 'ready' && departments.status === 'ready')
      keep({ plan: plan.value, departments: departments.value });
  }, [plan, departments]);
  if (plan.status === 'failed' || departments.status === 'failed')
    return <NotLoaded text={words.failed} onRetry={() => staff.load()} />;
  // What was written stays on the screen while it is read again after a save.
  if (!kept) return <Skeleton rows={4} kind="cards" />;
  return <Form {...kept} />;
}

function Form({ plan, departments }: { plan: RoutingPlan; departments: Department[] }) {
  const { staff } = useApp();
  const marks = [markOf(plan), ...departments.map((one) => markOf(one, BASIS.department))];
  const form = useRecord('targets', marks.join(' '));
  const stored = targetsOf(plan, departments);
  const [all, setAll] = form.field('all', stored.all);
  const [segments, setSegments] = form.field('segments', stored.segments);
  const own = departments.map(({ id }) => [id, form.field(id, stored.departments[id] ?? '')] as const);
  const draft = { all, segments, departments: Object.fromEntries(own.map(([id, [seconds]]) => [id, seconds])) };
  const [sent, setSent] = useState(false);
  const save = async () => {
    setSent(true);
    const [basedOn = '', ...marks] = form.basedOn().split(' ');
    const changed = departmentsWith(departments, draft).map((one) => {
      return [one, marks[departments.findIndex(({ id }) => id === one.id)] ?? ''] as const;
    });
    if (await staff.setTargets(planWith(plan, draft), changed, basedOn)) form.close();
  };
  return (
    <form class="parts" onSubmit={onSubmit(save)}>
      <section class="card form" aria-labelledby="targets-title">
        <h2 id="targets-title">{words.title}</h2>
        <p class="quiet">{words.hint}</p>
        <Seconds label={words.everybody} value={all} onInput={setAll} />
      </section>
      <section class="card form" aria-labelledby="department-targets">
        <h2 id="department-targets">{words.departments}</h2>
        <p class="quiet">{departments.length > 0 ? words.departmentsHint : words.noDepartments}</p>
        {own.map(([id, [seconds, setSeconds]], at) => (
          <Seconds key={id} label={departments[at]?.name ?? ''} value={seconds} onInput={setSeconds} />
        ))}
      </section>
      <Segments segments={segments} onChange={setSegments} />
      <Meaning draft={draft} departments={departments} />
      <Meanwhile form={form} problem={staff.problem.value} onSave={() => void save()} />
      <SaveRow mine={sent} />
    </form>
  );
}

function Seconds({ label, value, onInput }: { label: string; value: string; onInput(value: string): void }) {
  return <EntryField label={words.secondsOf(label)} type="number" min={1} step="any" value={value} onInput={onInput} />;
}

interface SegmentsProps {
  segments: TargetsDraft['segments'];
  onChange(segments: TargetsDraft['segments']): void;
}

function Segments({ segments, onChange }: SegmentsProps) {
  const { staff } = useApp();
  const change = (at: number, part: Partial<TargetsDraft['segments'][number]>) =>
    onChange(segments.map((one, index) => (index === at ? { ...one, ...part } : one)));
  return (
    <section class="card form" aria-labelledby="segment-targets">
      <h2 id="segment-targets">{words.segments}</h2>
      <p class="quiet">{words.segmentsHint}</p>
      {segments.map(({ name, seconds }, at) => (
        <fieldset key={at} class="subset target-line" aria-label={name || words.segment}>
          <EntryField
            label={words.segment}
            required
            maxLength={staff.limits.tagMax}
            value={name}
            onInput={(next) => change(at, { name: next })}
          />
          <EntryField
            label={words.seconds}
            type="number"
            required
            min={1}
            step="any"
            value={seconds}
            onInput={(next) => change(at, { seconds: next })}
          />
          <button
            type="button"
            class="link-button"
            onClick={() => onChange(segments.filter((_, index) => index !== at))}
          >
            {words.remove(name || words.segment)}
          </button>
        </fieldset>
      ))}
      {segments.length < staff.limits.segmentsMax && (
        <div>
          <button
            type="button"
            class="button button-small"
            onClick={() => onChange([...segments, { name: '', seconds: '' }])}
          >
            {words.add}
          </button>
        </div>
      )}
    </section>
  );
}

/** In words, in the order in which they count. */
function Meaning({ draft, departments }: { draft: TargetsDraft; departments: Department[] }) {
  const lines: [name: string, seconds: string][] = [
    ...draft.segments.map(({ name, seconds }) => [name, seconds] as [string, string]),
    ...departments.map(({ id, name }) => [name, draft.departments[id] || draft.all] as [string, string]),
    [words.everybody, draft.all],
  ];
  return (
    <Seen title={words.seenTitle}>
      <ul class="plain-list">
        {lines.map(([name, seconds], at) => (
          <li key={at}>
            {Number(seconds) > 0
              ? words.seen(name || '…', duration(Number(seconds) * 1_000))
              : words.seenNone(name || '…')}
          </li>
        ))}
      </ul>
    </Seen>
  );
}
