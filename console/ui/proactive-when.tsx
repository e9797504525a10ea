import type { ProactiveWhen } from '../../protocol/wire/proactive.ts';
import type { SettingsDraft } from '../model/settings-draft.ts';
import { Check } from './check.tsx';
import { Choice } from './choice.tsx';
import { EntryField } from './entry-field.tsx';
import { LinesField } from './lines-field.tsx';
import { proactiveWords as words } from './strings-of-proactive.ts';
import { idOf, useFault, useFaultWithin } from './use-fault.ts';

interface Props {
  draft: SettingsDraft;
  path: string;
  when: ProactiveWhen;
  onChange(when: ProactiveWhen): void;
}

const SECOND_MS = 1_000;
const numberOf = (text: string) => (text.trim() === '' ? null : Number(text));
const textOf = (value: number | null) => (value === null ? '' : String(value));

/** What a message waits for; empty is: it does not matter. */
export function ProactiveWhenFields({ draft, path, when, onChange }: Props) {
  const within = useFaultWithin(draft);
  const fault = useFault(draft);
  const set = (changed: Partial<ProactiveWhen>) => onChange({ ...when, ...changed });
  const wrong = fault(path, '');
  return (
    <fieldset class="subset rule" id={idOf(path)} tabIndex={-1}>
      <legend class="rule-part">{words.when}</legend>
      {wrong && <p class="problem">{wrong}</p>}
      <LinesField
        id={idOf(`${path}.pages`)}
        label={words.pages}
        hint={words.pagesHint}
        rows={2}
        lines={when.pages}
        onChange={(pages) => set({ pages })}
        fault={within(`${path}.pages`)}
      />
      <LinesField
        id={idOf(`${path}.notPages`)}
        label={words.notPages}
        rows={2}
        lines={when.notPages}
        onChange={(notPages) => set({ notPages })}
        fault={within(`${path}.notPages`)}
      />
      <Figures draft={draft} path={path} when={when} onChange={onChange} />
      <Choice
        label={words.returning}
        value={when.returning === null ? 'any' : when.returning ? 'yes' : 'no'}
        options={Object.entries(words.returnings)}
        onChange={(who) => set({ returning: who === 'any' ? null : who === 'yes' })}
      />
      <Check checked={when.leaving} onChange={(leaving) => set({ leaving })}>
        {words.leaving}
      </Check>
      <Check checked={when.scriptError} onChange={(scriptError) => set({ scriptError })}>
        {words.scriptError}
      </Check>
    </fieldset>
  );
}

function Figures({ draft, path, when, onChange }: Props) {
  const fault = useFault(draft);
  const within = useFaultWithin(draft);
  const set = (changed: Partial<ProactiveWhen>) => onChange({ ...when, ...changed });
  const isStrict = draft.draft.value.proactive.privacy === 'strict';
  const number = (name: 'afterMs' | 'scrolledPercent' | 'visitsMin', label: string, unit = 1, hint?: string) => (
    <EntryField
      id={idOf(`${path}.${name}`)}
      label={label}
      {...(hint ? { hint } : {})}
      type="number"
      min={0}
      step={unit === 1 ? 1 : 'any'}
      value={when[name] === null ? '' : String(when[name] / unit)}
      onInput={(text) => {
        const value = numberOf(text);
        set({ [name]: value === null ? null : Math.round(value * unit) });
      }}
      fault={fault(`${path}.${name}`, textOf(when[name]))}
    />
  );
  return (
    <>
      <div class="pair">
        {number('afterMs', words.after, SECOND_MS)}
        {number('scrolledPercent', words.scrolled)}
      </div>
      <CartFields draft={draft} path={path} when={when} onChange={onChange} />
      <EntryField
        id={idOf(`${path}.event`)}
        label={words.event}
        hint={words.eventHint}
        value={when.event ?? ''}
        onInput={(text) => set({ event: text.trim() === '' ? null : text })}
        fault={fault(`${path}.event`, when.event ?? '')}
      />
      {number('visitsMin', words.visits, 1, isStrict ? words.visitsStrict : words.visitsHint)}
      <LinesField
        id={idOf(`${path}.languages`)}
        label={words.languages}
        hint={words.languagesHint}
        rows={2}
        lines={when.languages}
        onChange={(languages) => set({ languages })}
        fault={within(`${path}.languages`)}
      />
    </>
  );
}

function CartFields({ draft, path, when, onChange }: Props) {
  const fault = useFault(draft);
  const { cart } = when;
  const setCart = (from: number | null, below: number | null) =>
    onChange({ ...when, cart: from === null && below === null ? null : { from: from ?? 0, below } });
  return (
    <>
      <p class="field-hint">{words.cartHint}</p>
      <div class="pair">
        <EntryField
          id={idOf(`${path}.cart.from`)}
          label={words.cartFrom}
          type="number"
          min={0}
          step="any"
          value={textOf(cart?.from ?? null)}
          onInput={(text) => setCart(numberOf(text), cart?.below ?? null)}
          fault={fault(`${path}.cart.from`, '')}
        />
        <EntryField
          id={idOf(`${path}.cart.below`)}
          label={words.cartBelow}
          type="number"
          min={0}
          step="any"
          value={textOf(cart?.below ?? null)}
          onInput={(text) => setCart(cart?.from ?? null, numberOf(text))}
          fault={fault(`${path}.cart.below`, '')}
        />
      </div>
    </>
  );
}
