import type { Consent, FormSettings } from '../../protocol/wire/front.ts';
import type { SettingsDraft } from '../model/settings-draft.ts';
import { Check } from './check.tsx';
import { useApp } from './context.ts';
import { EntryField } from './entry-field.tsx';
import { FrontFields } from './front-fields.tsx';
import { Seen } from './seen.tsx';
import { frontSettingsWords } from './strings-of-front-settings.ts';
import { TextField } from './text-field.tsx';
import { idOf, useFault } from './use-fault.ts';

const FIRST: FormSettings = { fields: [], consent: null, asksComplaint: false };

/** What is asked before a conversation begins (B4). */
export function FrontForm({ draft }: { draft: SettingsDraft }) {
  const fault = useFault(draft);
  const { front } = draft.draft.value;
  const { form } = front;
  const set = (next: FormSettings | null) => draft.change({ front: { ...front, form: next } });
  const wrong = fault('front.form', '');
  return (
    <section class="card form" aria-labelledby="form-title" id={idOf('front.form')} tabIndex={-1}>
      <h2 id="form-title">{frontSettingsWords.form.title}</h2>
      <p class="quiet">{frontSettingsWords.form.hint}</p>
      <Check checked={form !== null} onChange={(on) => set(on ? (draft.stored.value.front.form ?? FIRST) : null)}>
        {frontSettingsWords.form.on}
      </Check>
      {form && (
        <>
          <FrontFields draft={draft} form={form} set={set} />
          <Check checked={form.asksComplaint} onChange={(asksComplaint) => set({ ...form, asksComplaint })}>
            {frontSettingsWords.form.complaint}
          </Check>
          <ConsentFields draft={draft} form={form} set={set} />
          {wrong && <p class="problem">{wrong}</p>}
          <FormSeen form={form} />
        </>
      )}
    </section>
  );
}

interface PartProps {
  draft: SettingsDraft;
  form: FormSettings;
  set(form: FormSettings): void;
}

const FIRST_CONSENT: Consent = { text: '', version: '', link: null };

function ConsentFields({ draft, form, set }: PartProps) {
  const { service } = useApp();
  const fault = useFault(draft);
  const { consent } = form;
  const stored = draft.stored.value.front.form?.consent;
  const change = (changed: Partial<Consent>) => consent && set({ ...form, consent: { ...consent, ...changed } });
  const isSame = consent && stored && stored.text !== consent.text && stored.version === consent.version;
  return (
    <>
      <Check
        checked={consent !== null}
        onChange={(on) => set({ ...form, consent: on ? (stored ?? FIRST_CONSENT) : null })}
      >
        {frontSettingsWords.form.consent}
      </Check>
      {consent && (
        <>
          <TextField
            id={idOf('front.form.consent.text')}
            label={frontSettingsWords.form.consentText}
            value={consent.text}
            rows={3}
            maxLength={service.limits.consentMax}
            onInput={(text) => change({ text })}
            fault={fault('front.form.consent.text', consent.text)}
          />
          <EntryField
            id={idOf('front.form.consent.version')}
            label={frontSettingsWords.form.consentVersion}
            hint={frontSettingsWords.form.consentVersionHint}
            value={consent.version}
            maxLength={service.limits.versionMax}
            onInput={(version) => change({ version })}
            fault={
              fault('front.form.consent.version', consent.version) ??
              (isSame ? frontSettingsWords.form.consentSame : null)
            }
          />
          <EntryField
            id={idOf('front.form.consent.link')}
            label={frontSettingsWords.form.consentLink}
            of="form-title"
            value={consent.link ?? ''}
            onInput={(link) => change({ link: link.trim() === '' ? null : link })}
            fault={fault('front.form.consent.link', consent.link ?? '')}
          />
        </>
      )}
    </>
  );
}

/** Drawn, not to be filled in. */
function FormSeen({ form: { fields, consent, asksComplaint } }: { form: FormSettings }) {
  if (fields.length === 0 && !consent && !asksComplaint) return null;
  return (
    <Seen>
      {fields.map(({ label, kind, required, options }, at) => (
        <div key={at} class="seen-field">
          <p dir="auto">
            {label || '…'} {!required && <span class="quiet">({frontSettingsWords.form.optional})</span>}
          </p>
          {kind === 'choice' ? (
            <ul class="seen-pills">
              {options.map((option, which) => (
                <li key={which} dir="auto">
                  {option}
                </li>
              ))}
            </ul>
          ) : (
            <span class={`seen-box${kind === 'long' ? ' seen-box-long' : ''}`} />
          )}
        </div>
      ))}
      {asksComplaint && <p class="seen-tick">{frontSettingsWords.form.complaintSeen}</p>}
      {consent && (
        <p class="seen-tick" dir="auto">
          {consent.text || '…'} {consent.link && <span class="seen-link">{frontSettingsWords.banner.more}</span>}
        </p>
      )}
    </Seen>
  );
}
