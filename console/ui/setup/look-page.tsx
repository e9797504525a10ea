import { useState } from 'preact/hooks';
import type { LookSettings } from '../../../protocol/wire/look.ts';
import type { SettingsDraft } from '../../model/settings-draft.ts';
import { Choice } from '../choice.tsx';
import { EntryField } from '../entry-field.tsx';
import { OfOwner } from '../settings-owner.tsx';
import { lookWords as words } from '../strings-of-look.ts';
import { idOf, useFault } from '../use-fault.ts';
import '../styles/look.css';
import { BrandColour } from './brand-colour.tsx';
import type { PartProps } from './look-part.ts';
import { LookPreview } from './look-preview.tsx';
import { LookTexts } from './look-texts.tsx';

/** How the widget looks on a site's pages, with the widget itself beside it (Z10–Z12). */
export function LookPage() {
  return <OfOwner page="look">{(draft) => <Editor draft={draft} />}</OfOwner>;
}

function Editor({ draft }: { draft: SettingsDraft }) {
  const spell = useFault(draft);
  const [texts, setTexts] = useState<Record<string, string>>({});
  const { look, front } = draft.draft.value;
  const props: PartProps = {
    look,
    set: (part) => draft.change({ look: { ...draft.draft.peek().look, ...part } }),
    fault: (field) => spell(`look.${field}`, ''),
  };
  return (
    <div class="look">
      <LookPreview look={look} front={front} onTexts={setTexts} />
      <div class="parts">
        <p class="quiet">{words.tagWins}</p>
        <BrandColour {...props} />
        <Place {...props} />
        <Shape {...props} />
        <LookTexts {...props} texts={texts} />
      </div>
    </div>
  );
}

const numberOf = (text: string) => (text.trim() === '' ? null : Number(text));
const textOf = (text: string) => (text.trim() === '' ? null : text.trim());

function Place({ look, set, fault }: PartProps) {
  return (
    <section class="card form" aria-labelledby="place-title">
      <h2 id="place-title">{words.place}</h2>
      <Choice
        label={words.position}
        value={look.position}
        options={[
          ['end', words.positions.end],
          ['start', words.positions.start],
        ]}
        onChange={(position) => set({ position: position as LookSettings['position'] })}
      />
      {(['offsetX', 'offsetY'] as const).map((name) => (
        <EntryField
          key={name}
          id={idOf(`look.${name}`)}
          label={words[name]}
          type="number"
          min={0}
          max={400}
          value={String(look[name])}
          onInput={(text) => set({ [name]: numberOf(text) ?? 0 })}
          fault={fault(name)}
        />
      ))}
      <EntryField
        id={idOf('look.zIndex')}
        label={words.zIndex}
        hint={words.zIndexHint}
        type="number"
        min={0}
        value={look.zIndex === null ? '' : String(look.zIndex)}
        onInput={(text) => set({ zIndex: numberOf(text) })}
        fault={fault('zIndex')}
      />
      <EntryField
        id={idOf('look.launcher')}
        label={words.launcher}
        hint={words.launcherHint}
        value={look.launcher ?? ''}
        onInput={(text) => set({ launcher: textOf(text) })}
        fault={fault('launcher')}
      />
    </section>
  );
}

function Shape({ look, set, fault }: PartProps) {
  return (
    <section class="card form" aria-labelledby="shape-title">
      <h2 id="shape-title">{words.shape}</h2>
      <EntryField
        id={idOf('look.radius')}
        label={words.radius}
        hint={words.radiusHint}
        type="number"
        min={0}
        max={40}
        value={look.radius === null ? '' : String(look.radius)}
        onInput={(text) => set({ radius: numberOf(text) })}
        fault={fault('radius')}
      />
      <Choice
        label={words.font}
        value={look.font}
        options={[
          ['system', words.fonts.system],
          ['page', words.fonts.page],
        ]}
        onChange={(font) => set({ font: font as LookSettings['font'] })}
      />
      <EntryField
        id={idOf('look.logo')}
        label={words.logo}
        hint={words.logoHint}
        value={look.logo ?? ''}
        onInput={(text) => set({ logo: textOf(text) })}
        fault={fault('logo')}
      />
      <EntryField
        id={idOf('look.locale')}
        label={words.locale}
        hint={words.localeHint}
        value={look.locale ?? ''}
        onInput={(text) => set({ locale: textOf(text) })}
        fault={fault('locale')}
      />
    </section>
  );
}
