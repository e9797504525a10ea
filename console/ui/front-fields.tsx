import { useLayoutEffect, useRef } from 'preact/hooks';
import type { FormField, FormSettings } from '../../protocol/wire/front.ts';
import type { SettingsDraft } from '../model/settings-draft.ts';
import { Check } from './check.tsx';
import { Choice } from './choice.tsx';
import { useApp } from './context.ts';
import { EntryField } from './entry-field.tsx';
import { LinesField } from './lines-field.tsx';
import { RowButtons } from './row-buttons.tsx';
import { frontSettingsWords } from './strings-of-front-settings.ts';
import { idOf, useFault, useFaultWithin } from './use-fault.ts';

interface Props {
  draft: SettingsDraft;
  form: FormSettings;
  set(form: FormSettings): void;
}

/** The questions of the form, in their order. */
export function FrontFields({ draft, form, set }: Props) {
  const { service } = useApp();
  const fault = useFault(draft);
  const added = useRef(false);
  const { fields } = form;
  useLayoutEffect(() => {
    if (added.current) document.getElementById(idOf(`front.form.fields.${fields.length - 1}.label`))?.focus();
    added.current = false;
  }, [fields.length]);
  const setAll = (next: FormField[]) => set({ ...form, fields: next });
  const add = () => {
    added.current = true;
    const key = service.keyFor(
      '',
      'question',
      fields.map((one) => one.key),
    );
    setAll([...fields, { key, label: '', kind: 'text', required: false, options: [] }]);
  };
  const wrong = fault('front.form.fields', '');
  return (
    <>
      {fields.length === 0 && <p>{frontSettingsWords.form.none}</p>}
      {fields.map((field, at) => (
        <Row
          key={at}
          draft={draft}
          at={at}
          fields={fields}
          set={setAll}
          onChange={(next) => setAll(fields.map((one, index) => (index === at ? next : one)))}
          field={field}
        />
      ))}
      {wrong && <p class="problem">{wrong}</p>}
      {fields.length < service.limits.fieldsMax && (
        <button type="button" class="button button-small" onClick={add}>
          {frontSettingsWords.form.add}
        </button>
      )}
    </>
  );
}

interface RowProps {
  draft: SettingsDraft;
  at: number;
  field: FormField;
  fields: readonly FormField[];
  set(fields: FormField[]): void;
  onChange(field: FormField): void;
}

function Row({ draft, at, field, fields, set, onChange }: RowProps) {
  const { service } = useApp();
  const fault = useFault(draft);
  const within = useFaultWithin(draft);
  const path = `front.form.fields.${at}`;
  const name = frontSettingsWords.form.name(field.label, at + 1);
  const rename = (label: string) => {
    const isStored = draft.stored.value.front.form?.fields.some(({ key }) => key === field.key);
    const taken = fields.flatMap(({ key }, index) => (index === at ? [] : key));
    onChange({ ...field, label, key: isStored ? field.key : service.keyFor(label, 'question', taken) });
  };
  return (
    <fieldset class="subset rule" aria-label={name}>
      <EntryField
        id={idOf(`${path}.label`)}
        label={frontSettingsWords.form.label(at + 1)}
        value={field.label}
        maxLength={service.limits.nameMax}
        onInput={rename}
        fault={fault(`${path}.label`, field.label)}
      />
      <Choice
        label={frontSettingsWords.form.kind(at + 1)}
        value={field.kind}
        options={Object.entries(frontSettingsWords.form.kinds)}
        onChange={(kind) =>
          onChange({ ...field, kind: kind as FormField['kind'], options: kind === 'choice' ? field.options : [] })
        }
      />
      {field.kind === 'email' && <p class="field-hint">{frontSettingsWords.form.emailHint}</p>}
      {field.kind === 'choice' && (
        <LinesField
          id={idOf(`${path}.options`)}
          label={frontSettingsWords.form.options(at + 1)}
          lines={field.options}
          onChange={(options) => onChange({ ...field, options })}
          fault={within(`${path}.options`)}
        />
      )}
      <Check checked={field.required} onChange={(required) => onChange({ ...field, required })}>
        {frontSettingsWords.form.required}
      </Check>
      {field.label && <p class="field-hint">{frontSettingsWords.keyOf(field.key)}</p>}
      <RowButtons list={fields} at={at} name={name} onChange={set} />
    </fieldset>
  );
}
