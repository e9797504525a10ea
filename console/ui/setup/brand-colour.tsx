import type { LookSettings } from '../../../protocol/wire/look.ts';
import { Choice } from '../choice.tsx';
import { EntryField } from '../entry-field.tsx';
import { LOCALE } from '../format.ts';
import { lookWords as words } from '../strings-of-look.ts';
import { idOf } from '../use-fault.ts';
import type { PartProps } from './look-part.ts';

/** The widget's own (widget/embed/launcher.css), to begin with. */
const OURS = '#3350c4';
const WHOLE = /^#[\da-f]{6}$/i;

/** The owner's one colour, with what stands on it (W19). */
export function BrandColour({ look, set, fault }: PartProps) {
  const { color } = look;
  const shown = color && WHOLE.test(color) ? color : OURS;
  const { ratio, on } = contrastOf(shown);
  const spelled = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 1 }).format(ratio);
  return (
    <section class="card form" aria-labelledby="colours-title">
      <h2 id="colours-title">{words.colours}</h2>
      <div class="look-colour">
        <EntryField
          id={idOf('look.color')}
          label={words.color}
          hint={words.colorHint}
          maxLength={7}
          value={color ?? ''}
          onInput={(text) => set({ color: text.trim() === '' ? null : text.trim() })}
          fault={fault('color')}
        />
        <input
          type="color"
          class="look-swatch"
          aria-label={words.pick}
          value={shown.toLowerCase()}
          onInput={(event) => set({ color: event.currentTarget.value })}
        />
      </div>
      <p class="field-hint">
        {words.contrast(spelled, on === '#fff' ? words.white : words.black)} {words.moved}
      </p>
      <Choice
        label={words.theme}
        value={look.theme}
        options={[
          ['auto', words.themes.auto],
          ['light', words.themes.light],
          ['dark', words.themes.dark],
        ]}
        onChange={(theme) => set({ theme: theme as LookSettings['theme'] })}
      />
    </section>
  );
}

/** WCAG's, as the widget works it out: black or white, whichever reads better. */
export function contrastOf(color: string): { ratio: number; on: '#000' | '#fff' } {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  const luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  if (luminance > 0.179) return { ratio: (luminance + 0.05) / 0.05, on: '#000' };
  return { ratio: 1.05 / (luminance + 0.05), on: '#fff' };
}
