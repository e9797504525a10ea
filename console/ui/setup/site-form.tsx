import { useState } from 'preact/hooks';
import type { Refusal } from '../../../protocol/wire/errors.ts';
import type { SiteLine } from '../../model/api.ts';
import { useApp } from '../context.ts';
import { EntryField } from '../entry-field.tsx';
import { LinesField } from '../lines-field.tsx';
import { setupWords as words } from '../strings-of-setup.ts';

/** Name and addresses of a site (Z2): of one that is there, or of a new one. */
export function SiteForm({ site, onAdded }: { site?: SiteLine; onAdded?(): void }) {
  const { setup, staff, settings } = useApp();
  const [name, setName] = useState(site?.name ?? '');
  const [origins, setOrigins] = useState<string[]>(site?.origins ?? []);
  const [sent, setSent] = useState(false);
  const of = site ? setup.of(site.key) : staff;
  const { saving, saved, problem } = of;
  const wrong = sent ? problem.value : null;
  const submit = async (event: Event) => {
    event.preventDefault();
    setSent(true);
    if (site) return void setup.of(site.key).change(name.trim(), origins);
    if (!(await staff.addSite(name.trim(), origins))) return;
    settings.loadSites();
    onAdded?.();
  };
  return (
    <form class="form" noValidate onSubmit={(event) => void submit(event)}>
      <EntryField
        label={words.name}
        hint={words.nameHint}
        value={name}
        onInput={setName}
        fault={wrong?.field === 'name' ? words.nameWrong(settings.nameMax) : null}
      />
      <LinesField
        label={words.origins}
        hint={words.originsHint}
        lines={origins}
        onChange={setOrigins}
        fault={wrong?.field?.startsWith('origins') ? spellOrigin(wrong, origins, settings.originsMax) : null}
      />
      <div class="save-row">
        <button type="submit" class="button button-primary" aria-disabled={saving.value}>
          {saving.value ? words.saving : site ? words.save : words.add}
        </button>
        <p class="problem" role="alert">
          {wrong && wrong.error !== 'invalid_payload' && spellRefusal(wrong)}
        </p>
        <p class="done" role="status">
          {sent && saved.value && words.saved}
        </p>
      </div>
    </form>
  );
}

/** The relay names the line. */
function spellOrigin({ field = '' }: Refusal, lines: readonly string[], max: number): string {
  const line = lines[Number(field.split('.')[1])];
  if (line === undefined) return words.originsMany(max);
  if (line.includes('*')) return words.originStar(line);
  return /^https?:\/\/[^/]+\/./i.test(line) ? words.originPath(line) : words.originWrong(line);
}

function spellRefusal({ error }: Refusal): string {
  if (error === 'forbidden') return words.forbidden;
  return error === 'not_found' ? words.gone : words.later;
}
