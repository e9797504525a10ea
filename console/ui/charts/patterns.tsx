/** How many kinds of fill there are. */
const FILLS = 6;

export const fillOf = (index: number) => `url(#plot-fill-${index % FILLS})`;

/** Fills that differ by their pattern as well as by their colour; drawn once on a page that has charts. */
export function PlotPatterns() {
  return (
    <svg class="plot-patterns" width="0" height="0" aria-hidden="true">
      <defs>
        {SHAPES.map((shape, index) => (
          <pattern
            key={shape}
            id={`plot-fill-${index}`}
            class={`plot-fill plot-fill-${index}`}
            width="6"
            height="6"
            patternUnits="userSpaceOnUse"
          >
            <rect class="plot-fill-ground" width="6" height="6" />
            <path class="plot-fill-lines" d={shape} />
          </pattern>
        ))}
      </defs>
    </svg>
  );
}

/** Plain, falling lines, dots, rising lines, level lines, crosses. */
const SHAPES = [
  'M0 0',
  'M-1 -1 7 7M5 -1 7 1M-1 5 1 7',
  'M2 3h2',
  'M-1 7 7 -1M-1 1 1 -1M5 7 7 5',
  'M0 1.5h6M0 4.5h6',
  'M0 3h6M3 0v6',
];

/** A piece of such a fill, for a legend. */
export function Swatch({ index }: { index: number }) {
  return (
    <svg class="swatch" width="14" height="14" aria-hidden="true">
      <rect width="14" height="14" rx="3" fill={fillOf(index)} />
    </svg>
  );
}
