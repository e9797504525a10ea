import { chartWords } from '../strings-of-charts.ts';
import { type Area, Axes, areaOf } from './axes.tsx';
import { Readout, usePointed } from './readout.tsx';
import { type Kind, runsOf, scaleOf, ticksOf } from './scale.ts';
import { useWidth } from './use-width.ts';

export interface Line {
  name: string;
  values: readonly (number | null)[];
  /** Interval around each value. */
  low?: readonly (number | null)[];
  high?: readonly (number | null)[];
}

interface Props {
  labels: readonly string[];
  lines: readonly Line[];
  kind: Kind;
  spell(value: number): string;
  /** n at each place, for the words under the pointer. */
  counts?: readonly number[];
}

const HEIGHT = 220;

/** Lines over time with the interval as a band; each line has its own dash as well as its own colour. */
export function LineChart({ labels, lines, kind, spell, counts }: Props) {
  const [ref, width] = useWidth<HTMLDivElement>();
  const all = lines.flatMap(({ values, high }) => [...values, ...(high ?? [])]);
  const ticks = ticksOf(Math.max(0, ...all.map((value) => value ?? 0)), kind);
  const most = ticks.at(-1) as number;
  const area = areaOf(width, HEIGHT, ticks.map(spell));
  const place = scaleOf(most, area.height);
  const xOf = (index: number) =>
    area.left + (labels.length === 1 ? area.width / 2 : (index / (labels.length - 1)) * area.width);
  const pointed = usePointed(labels.length, area.left, area.width, true);
  if (all.every((value) => value === null)) return <p class="quiet">{chartWords.nothing}</p>;
  return (
    <div class="plot-room" ref={ref}>
      <Legend lines={lines} />
      <Readout words={wordsAt(pointed.at, labels, lines, spell, counts)} />
      <svg
        viewBox={`0 0 ${width} ${HEIGHT}`}
        aria-hidden="true"
        direction="ltr"
        onPointerMove={pointed.onPointerMove}
        onPointerLeave={pointed.onPointerLeave}
      >
        <Axes area={area} ticks={ticks.map((at) => ({ at: place(at), text: spell(at) }))} labels={labels} xOf={xOf} />
        {pointed.at !== null && (
          <line
            class="plot-pointed"
            x1={xOf(pointed.at)}
            x2={xOf(pointed.at)}
            y1={area.top}
            y2={area.top + area.height}
          />
        )}
        {lines.map((line, index) => (
          <Drawn key={line.name} line={line} index={index} area={area} xOf={xOf} place={place} />
        ))}
      </svg>
    </div>
  );
}

interface DrawnProps {
  line: Line;
  index: number;
  area: Area;
  xOf(index: number): number;
  place(value: number): number;
}

function Drawn({ line, index, area, xOf, place }: DrawnProps) {
  const { values, low, high } = line;
  const point = (list: readonly (number | null)[], at: number) => {
    return `${round(xOf(at))} ${round(area.top + area.height - place(list[at] ?? 0))}`;
  };
  const runs = runsOf(values);
  return (
    <g class={`plot-line plot-line-${index}`}>
      {low &&
        high &&
        runs.map((run) => (
          <path
            key={`band ${run[0]}`}
            class="plot-band"
            d={`M${run.map((at) => point(high, at)).join('L')}L${[...run]
              .reverse()
              .map((at) => point(low, at))
              .join('L')}Z`}
          />
        ))}
      {runs.map((run) => (
        <path key={`line ${run[0]}`} class="plot-stroke" d={`M${run.map((at) => point(values, at)).join('L')}`} />
      ))}
      {runs
        .filter((run) => run.length === 1 || values.length <= 31)
        .flat()
        .map((at) => {
          const [x, y] = point(values, at).split(' ');
          return <circle key={at} class="plot-dot" cx={x} cy={y} r={values.length > 14 ? 2.2 : 3} />;
        })}
    </g>
  );
}

function Legend({ lines }: { lines: readonly Line[] }) {
  if (lines.length < 2) return null;
  return (
    <ul class="plot-legend">
      {lines.map(({ name }, index) => (
        <li key={name}>
          <svg width="28" height="10" aria-hidden="true" class={`plot-line plot-line-${index}`}>
            <path class="plot-stroke" d="M1 5h26" />
          </svg>
          {name}
        </li>
      ))}
    </ul>
  );
}

function wordsAt(
  at: number | null,
  labels: readonly string[],
  lines: readonly Line[],
  spell: (value: number) => string,
  counts: readonly number[] | undefined,
): string | null {
  if (at === null) return null;
  const parts = lines.map(({ name, values }) => {
    const value = values[at] ?? null;
    return `${lines.length > 1 ? `${name} ` : ''}${value === null ? '–' : spell(value)}`;
  });
  return [labels[at], ...parts, ...(counts ? [`n = ${counts[at]}`] : [])].join(' · ');
}

const round = (value: number) => Math.round(value * 10) / 10;
