import { useState } from 'preact/hooks';
import { useApp } from './context.ts';
import { EntryField } from './entry-field.tsx';
import { SaveRow } from './save-row.tsx';
import { settingsWords } from './strings-of-settings.ts';

/** A new site, as `deskbell site add` makes one; its tag then stands in the list. */
export function SiteAdd() {
  const { staff, settings } = useApp();
  const [name, setName] = useState('');
  const [origins, setOrigins] = useState('');
  const [sent, setSent] = useState(false);
  const submit = async (event: Event) => {
    event.preventDefault();
    setSent(true);
    if (!(await staff.addSite(name.trim(), staff.wordsOf(origins)))) return;
    for (const clear of [setName, setOrigins]) clear('');
    settings.loadSites();
  };
  return (
    <form class="form site" onSubmit={(event) => void submit(event)}>
      <h3>{settingsWords.sites.add}</h3>
      <EntryField label={settingsWords.sites.name} value={name} onInput={setName} required />
      <EntryField
        label={settingsWords.sites.origins}
        hint={settingsWords.sites.originsHint}
        value={origins}
        onInput={setOrigins}
        required
      />
      <SaveRow name={settingsWords.sites.add} mine={sent} />
    </form>
  );
}
