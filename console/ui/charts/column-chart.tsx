import { chartWords } from '../strings-of-charts.ts';
import { Axes, areaOf } from './axes.tsx';
import { fillOf, Swatch } from './patterns.tsx';
import { Readout, usePointed } from './readout.tsx';
import { type Kind, scaleOf, ticksOf } from './scale.ts';
import { useWidth } from './use-width.ts';

export interface Layer {
  name: string;
  values: readonly number[];
}

interface Props {
  labels: readonly string[];
  /** From the bottom up. */
  layers: readonly Layer[];
  kind?: Kind;
  spell(value: number): string;
}

const HEIGHT = 220;
const ROUND = 2;

/** Columns from zero, stacked; for days and hours, for outcomes, and for how often a wait was how long. */
export function ColumnChart({ labels, layers, kind = 'count', spell }: Props) {
  const [ref, width] = useWidth<HTMLDivElement>();
  const totals = labels.map((_, at) => layers.reduce((sum, layer) => sum + (layer.values[at] ?? 0), 0));
  const ticks = ticksOf(Math.max(0, ...totals), kind);
  const area = areaOf(width, HEIGHT, ticks.map(spell));
  const place = scaleOf(ticks.at(-1) as number, area.height);
  const room = area.width / Math.max(1, labels.length);
  const gap = room > 12 ? Math.min(8, room * 0.25) : Math.min(1, room * 0.1);
  const xOf = (index: number) => area.left + (index + 0.5) * room;
  const pointed = usePointed(labels.length, area.left, area.width, false);
  if (totals.every((total) => total === 0)) return <p class="quiet">{chartWords.nothing}</p>;
  return (
    <div class="plot-room" ref={ref}>
      <Legend layers={layers} />
      <Readout words={wordsAt(pointed.at, labels, layers, spell)} />
      <svg
        viewBox={`0 0 ${width} ${HEIGHT}`}
        aria-hidden="true"
        direction="ltr"
        onPointerMove={pointed.onPointerMove}
        onPointerLeave={pointed.onPointerLeave}
      >
        <Axes area={area} ticks={ticks.map((at) => ({ at: place(at), text: spell(at) }))} labels={labels} xOf={xOf} />
        {labels.map((label, at) => {
          let below = 0;
          return (
            <g key={label} class={pointed.at === at ? 'plot-column plot-column-here' : 'plot-column'}>
              {layers.map((layer, index) => {
                const height = place(layer.values[at] ?? 0);
                const y = area.top + area.height - below - height;
                below += height;
                if (height === 0) return null;
                return (
                  <rect
                    key={layer.name}
                    x={xOf(at) - (room - gap) / 2}
                    y={y}
                    width={Math.max(1, room - gap)}
                    height={height}
                    rx={Math.min(ROUND, height / 2)}
                    fill={fillOf(index)}
                  />
                );
              })}
            </g>
          );
        })}
      </svg>
    </div>
  );
}

function Legend({ layers }: { layers: readonly Layer[] }) {
  if (layers.length < 2) return null;
  return (
    <ul class="plot-legend">
      {layers.map(({ name }, index) => (
        <li key={name}>
          <Swatch index={index} />
          {name}
        </li>
      ))}
    </ul>
  );
}

function wordsAt(
  at: number | null,
  labels: readonly string[],
  layers: readonly Layer[],
  spell: (value: number) => string,
): string | null {
  if (at === null) return null;
  const parts = layers.map(({ name, values }) => {
    return `${layers.length > 1 ? `${name} ` : ''}${spell(values[at] ?? 0)}`;
  });
  return [labels[at], ...parts].join(' · ');
}
