import { useState } from 'preact/hooks';
import { BASIS } from '../../../protocol/kit/basis.ts';
import { markOf } from '../../../protocol/kit/mark-of.ts';
import type { Refusal } from '../../../protocol/wire/errors.ts';
import type { SiteLine } from '../../model/api.ts';
import { useApp } from '../context.ts';
import { EntryField } from '../entry-field.tsx';
import { LinesField } from '../lines-field.tsx';
import { Meanwhile } from '../meanwhile.tsx';
import { setupWords as words } from '../strings-of-setup.ts';
import { useFirstWrong } from '../use-first-wrong.ts';
import { onSubmit, useRecord } from '../use-record.ts';

/** Name and addresses of a site (Z2): of one that is there, or of a new one. */
export function SiteForm({ site, of: titleId, onAdded }: { site?: SiteLine; of?: string; onAdded?(): void }) {
  const { setup, staff, settings } = useApp();
  const form = useRecord(`site ${site?.key ?? ' new'}`, markOf(site ?? {}, BASIS.site));
  const [name, setName] = form.field('name', site?.name ?? '');
  const [origins, setOrigins] = form.field<string[]>('origins', site?.origins ?? []);
  const [sent, setSent] = useState(false);
  const of = site ? setup.of(site.key) : staff;
  const { saving, saved, problem } = of;
  const wrong = sent ? problem.value : null;
  const row = useFirstWrong(wrong);
  const save = async () => {
    setSent(true);
    const done = site
      ? await setup.of(site.key).change(name.trim(), origins, form.basedOn())
      : await staff.addSite(name.trim(), origins);
    if (!done) return;
    form.close();
    if (site) return;
    void settings.loadSites();
    onAdded?.();
  };
  return (
    <form class="form" noValidate onSubmit={onSubmit(save)}>
      <EntryField
        label={words.name}
        of={titleId}
        hint={words.nameHint}
        value={name}
        onInput={setName}
        fault={wrong?.field === 'name' ? words.nameWrong(settings.nameMax) : null}
      />
      <LinesField
        label={words.origins}
        of={titleId}
        hint={words.originsHint}
        lines={origins}
        onChange={setOrigins}
        fault={wrong?.field?.startsWith('origins') ? spellOrigin(wrong, origins, settings.originsMax) : null}
      />
      <Meanwhile form={form} problem={wrong} onSave={() => void save()} />
      <div class="save-row" ref={row}>
        <button type="submit" class="button button-primary" aria-disabled={saving.value}>
          {saving.value ? words.saving : site ? words.save : words.add}
        </button>
        <p class="problem" role="alert">
          {wrong && wrong.error !== 'invalid_payload' && wrong.error !== 'changed_meanwhile' && spellRefusal(wrong)}
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
