import { useState } from 'preact/hooks';
import { EntryField } from '../entry-field.tsx';
import { number } from '../format.ts';
import { lookWords as words } from '../strings-of-look.ts';
import { idOf } from '../use-fault.ts';
import type { PartProps } from './look-part.ts';

const SHOWN_MAX = 12;

interface Props extends PartProps {
  /** Ours, by the names of the tag's attributes: the preview, which is the widget, tells them. */
  texts: Readonly<Record<string, string>>;
}

/** Any text of the widget in the owner's words (W19). */
export function LookTexts({ look, set, fault, texts }: Props) {
  const [query, setQuery] = useState('');
  const own = look.texts;
  const asked = query.trim().toLowerCase();
  const found = Object.keys({ ...texts, ...own }).filter(
    (name) => asked === '' || `${name} ${texts[name] ?? ''} ${own[name] ?? ''}`.toLowerCase().includes(asked),
  );
  // Their own first: those are the ones that somebody comes back for.
  const ordered = [...found.filter((name) => name in own), ...found.filter((name) => !(name in own))];
  const shown = ordered.slice(0, SHOWN_MAX);
  const change = (name: string, text: string) => {
    const { [name]: _, ...rest } = own;
    set({ texts: text === '' ? rest : { ...rest, [name]: text } });
  };
  return (
    <section class="card form" aria-labelledby="texts-title" id={idOf('look.texts')} tabIndex={-1}>
      <h2 id="texts-title">{words.texts}</h2>
      <p class="quiet">
        {words.textsHint} {words.greetingHint}
      </p>
      <EntryField label={words.find} value={query} onInput={setQuery} />
      <p class="field-hint" role="status">
        {found.length === 0 ? words.nothing : words.shown(number(shown.length), number(found.length))}{' '}
        {words.changedOnly(Object.keys(own).length)}
      </p>
      {shown.map((name) => (
        <EntryField
          key={name}
          label={texts[name] ?? name}
          value={own[name] ?? ''}
          maxLength={500}
          onInput={(text) => change(name, text)}
        />
      ))}
      {fault('texts') && <p class="problem">{fault('texts')}</p>}
    </section>
  );
}
