import { fillOf } from './patterns.tsx';
import { runsOf } from './scale.ts';

const SPARK = { width: 120, height: 28 };

/** The run of a figure at a glance; its numbers stand in the view that it leads to. */
export function Sparkline({ values }: { values: readonly (number | null)[] }) {
  const most = Math.max(1, ...values.map((value) => value ?? 0));
  const x = (at: number) => 2 + (at / Math.max(1, values.length - 1)) * (SPARK.width - 4);
  const y = (at: number) => SPARK.height - 3 - ((values[at] ?? 0) / most) * (SPARK.height - 6);
  const point = (at: number) => `${x(at).toFixed(1)} ${y(at).toFixed(1)}`;
  const last = values.findLastIndex((value) => value !== null);
  return (
    <svg class="spark" viewBox={`0 0 ${SPARK.width} ${SPARK.height}`} aria-hidden="true" direction="ltr">
      {runsOf(values).map((run) => (
        <path key={run[0]} d={`M${run.map(point).join('L')}`} />
      ))}
      {last >= 0 && <circle cx={x(last)} cy={y(last)} r="2.5" />}
    </svg>
  );
}

interface IntervalProps {
  /** All between 0 and 1. */
  value: number | null;
  low: number | null;
  high: number | null;
  /** That of the whole, as a thin line to compare with. */
  whole?: number | null | undefined;
  /** Too few to judge: the dot is hollow. */
  few: boolean;
}

const at = (part: number) => ({ insetInlineStart: `${(part * 100).toFixed(2)}%` });

/** A dot where the share is, and a line as long as it may be off. */
export function DotInterval({ value, low, high, whole, few }: IntervalProps) {
  return (
    <span class={few ? 'interval interval-few' : 'interval'} aria-hidden="true">
      {whole !== null && whole !== undefined && <span class="interval-whole" style={at(whole)} />}
      {low !== null && high !== null && (
        <span class="interval-line" style={{ ...at(low), inlineSize: `${((high - low) * 100).toFixed(2)}%` }} />
      )}
      {value !== null && <span class="interval-dot" style={at(value)} />}
    </span>
  );
}

/** A bar from zero beside its number. */
export function RowBar({ part, of, fill = 0 }: { part: number; of: number; fill?: number }) {
  const share = of === 0 || part === 0 ? 0 : Math.max(1, (part / of) * 100);
  return (
    <svg class="row-bar mirrored" width="100%" height="12" aria-hidden="true">
      <rect width={`${share}%`} height="12" rx="2" fill={fillOf(fill)} />
    </svg>
  );
}
