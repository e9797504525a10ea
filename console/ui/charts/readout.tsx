import { useState } from 'preact/hooks';

/** The place under the pointer, and how to follow it. Everything it shows stands in the table twin too. */
export function usePointed(count: number, left: number, width: number, edges: boolean) {
  const [at, setAt] = useState<number | null>(null);
  const onPointerMove = (event: PointerEvent) => {
    const box = (event.currentTarget as Element).getBoundingClientRect();
    const part = (event.clientX - box.left - left) / width;
    const index = edges ? Math.round(part * (count - 1)) : Math.floor(part * count);
    setAt(index >= 0 && index < count ? index : null);
  };
  return { at: at !== null && at < count ? at : null, onPointerMove, onPointerLeave: () => setAt(null) };
}

/** One line that keeps its room while nothing is pointed at. */
export function Readout({ words }: { words: string | null }) {
  return (
    <p class="plot-readout" aria-hidden="true">
      <bdi>{words ?? '\u00a0'}</bdi>
    </p>
  );
}
