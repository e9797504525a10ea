import type { ProactiveSettings } from '../../protocol/wire/proactive.ts';
import type { SiteLine } from '../model/api.ts';
import type { Loaded } from '../model/load.ts';
import type { SettingsDraft } from '../model/settings-draft.ts';
import { Check } from './check.tsx';
import { useApp } from './context.ts';
import { EntryField } from './entry-field.tsx';
import { CopyIcon } from './icons.tsx';
import { ProactiveRules } from './proactive-rules.tsx';
import { OfOwner } from './settings-owner.tsx';
import { proactiveWords as words } from './strings-of-proactive.ts';
import './styles/front.css';
import './styles/proactive.css';
import { idOf, useFault } from './use-fault.ts';

/** Messages that come by themselves (docs/proactive.md): whether, how often, which. */
export function SettingsProactive() {
  return (
    <OfOwner page="proactive">
      {(draft) => (
        <>
          <ProactiveCard draft={draft} />
          <ProactiveRules draft={draft} />
        </>
      )}
    </OfOwner>
  );
}

function ProactiveCard({ draft }: { draft: SettingsDraft }) {
  const { proactive } = draft.draft.value;
  const set = (changed: Partial<ProactiveSettings>) => draft.change({ proactive: { ...proactive, ...changed } });
  return (
    <section class="card form" aria-labelledby="proactive-title">
      <h2 id="proactive-title">{words.title}</h2>
      <p class="quiet">{words.hint}</p>
      <Check checked={proactive.on} onChange={(on) => set({ on })}>
        {words.on}
      </Check>
      <Tag siteKey={draft.of.id} />
      <Privacy proactive={proactive} set={set} />
      <Caps draft={draft} set={set} />
      <Check checked={proactive.whileThere} hint={words.whileThereHint} onChange={(whileThere) => set({ whileThere })}>
        {words.whileThere}
      </Check>
    </section>
  );
}

interface PartProps {
  proactive: ProactiveSettings;
  set(changed: Partial<ProactiveSettings>): void;
}

function Privacy({ proactive, set }: PartProps) {
  return (
    <fieldset class="checks">
      <legend>{words.privacy}</legend>
      {Object.entries(words.privacies).map(([privacy, [name, more]]) => (
        <label key={privacy} class="choice">
          <input
            type="radio"
            name="proactive-privacy"
            checked={proactive.privacy === privacy}
            onChange={() => set({ privacy: privacy as ProactiveSettings['privacy'] })}
          />
          <span>
            <strong>{name}</strong>
            <span class="field-hint">{more}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

function Caps({ draft, set }: { draft: SettingsDraft; set: PartProps['set'] }) {
  const { service } = useApp();
  const fault = useFault(draft);
  const { proactive } = draft.draft.value;
  return (
    <div class="pair">
      {(['visitMax', 'dayMax'] as const).map((name) => (
        <EntryField
          key={name}
          id={idOf(`proactive.${name}`)}
          label={words[name]}
          {...(name === 'visitMax' && proactive.privacy === 'strict' ? { hint: words.visitMaxStrict } : {})}
          type="number"
          min={1}
          max={service.limits.timesMax}
          value={String(proactive[name])}
          onInput={(text) => set({ [name]: Number(text) })}
          fault={fault(`proactive.${name}`, String(proactive[name]))}
        />
      ))}
    </div>
  );
}

/** The second line of a site's page, for messages that come by themselves (X1); null while the sites are not known. */
function proactiveTag(state: Loaded<SiteLine[]>, siteKey: string): string | null {
  const site = state.status === 'ready' ? state.value.find(({ key }) => key === siteKey) : undefined;
  const origin = site && /src="([^"]*)\/deskbell\.js"/.exec(site.snippet)?.[1];
  return origin === undefined
    ? null
    : `<script async src="${origin}/proactive/${encodeURIComponent(siteKey)}.js"></script>`;
}

function Tag({ siteKey }: { siteKey: string }) {
  const app = useApp();
  const tag = proactiveTag(app.settings.sites.state.value, siteKey);
  if (tag === null) return null;
  return (
    <div class="message-tag">
      <p class="rule-part">{words.tag}</p>
      <p class="field-hint">{words.tagHint}</p>
      <div class="snippet" dir="ltr">
        <pre>
          <code>{tag}</code>
        </pre>
        <button
          type="button"
          class="icon-button"
          aria-label={words.copyTag}
          title={words.copyTag}
          onClick={() => void app.copy(tag)}
        >
          <CopyIcon />
        </button>
      </div>
    </div>
  );
}
