import { labelEvery } from './scale.ts';

export interface Area {
  left: number;
  top: number;
  width: number;
  height: number;
}

const LETTER_WIDTH = 7.5;
const LABEL_GAP = 14;
const BOTTOM = 26;
const TOP = 8;
const RIGHT = 14;

/** What remains for the picture beside the words at its edges. */
export function areaOf(width: number, height: number, ticks: readonly string[]): Area {
  const left = Math.ceil(Math.max(...ticks.map((text) => text.length)) * LETTER_WIDTH) + 14;
  return { left, top: TOP, width: Math.max(60, width - left - RIGHT), height: height - TOP - BOTTOM };
}

interface Props {
  area: Area;
  ticks: readonly { at: number; text: string }[];
  labels: readonly string[];
  /** Where the label of a place stands. */
  xOf(index: number): number;
}

/** Quiet lines at round values, zero a little stronger; as many labels below as can be read. */
export function Axes({ area, ticks, labels, xOf }: Props) {
  const labelWidth = Math.max(...labels.map((label) => label.length)) * LETTER_WIDTH + LABEL_GAP;
  const every = labelEvery(labels.length, area.width, labelWidth);
  const bottom = area.top + area.height;
  return (
    <g class="plot-axes">
      {ticks.map(({ at, text }) => (
        <g key={text}>
          <line
            class={at === 0 ? 'plot-zero' : 'plot-grid'}
            x1={area.left}
            x2={area.left + area.width}
            y1={bottom - at}
            y2={bottom - at}
          />
          <text x={area.left - 8} y={bottom - at + 4} text-anchor="end">
            {text}
          </text>
        </g>
      ))}
      {labels.map(
        (label, index) =>
          index % every === 0 && (
            <text
              key={label}
              x={xOf(index)}
              y={bottom + 18}
              text-anchor={anchorOf(xOf(index), area, label.length * LETTER_WIDTH)}
            >
              {label}
            </text>
          ),
      )}
    </g>
  );
}

/** Words at the edge stay inside. */
function anchorOf(x: number, area: Area, width: number): 'middle' | 'end' {
  return x + width / 2 > area.left + area.width + RIGHT ? 'end' : 'middle';
}
