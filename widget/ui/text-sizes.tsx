import type { Shelf } from '../model/ports.ts';
import { handed } from './handed.ts';
import { menuStrings as words } from './menu-strings.ts';

/** On the shelf: how large the text is, `1` or `2`; nothing: as it is made. */
const SIZE = 'size';

/** The size of all that stands in the panel, chosen by who reads it (W39). */
export function TextSizes({ place, shelf }: { place: HTMLElement | null; shelf: Shelf }) {
  const [size, setSize] = handed.useState(sizeOn(shelf));
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset has no place in a menu
    <div class="text-sizes" role="group" aria-label={words.textSize}>
      <span aria-hidden="true">{words.textSize}</span>
      {words.sizes.map((name, index) => (
        <button
          key={name}
          type="button"
          role="menuitemradio"
          tabIndex={-1}
          aria-label={name}
          aria-checked={index === size}
          onClick={() => {
            shelf.write(SIZE, index ? String(index) : null);
            setSize(index);
            show(place, index);
          }}
        >
          <span aria-hidden="true">A</span>
        </button>
      ))}
    </div>
  );
}

/** As it was chosen, here or in another tab, as long as the panel is there. */
export function applySize(place: HTMLElement | null, shelf: Shelf): () => void {
  show(place, sizeOn(shelf));
  return shelf.listen((name) => name === SIZE && show(place, sizeOn(shelf)));
}

function show(place: HTMLElement | null, size: number): void {
  const panel = place?.closest<HTMLElement>('.panel');
  if (size) panel?.setAttribute('data-size', String(size));
  else panel?.removeAttribute('data-size');
}

/** Whatever else may stand there is nothing. */
function sizeOn(shelf: Shelf): number {
  const kept = Number(shelf.read(SIZE));
  return words.sizes[kept] ? kept : 0;
}
