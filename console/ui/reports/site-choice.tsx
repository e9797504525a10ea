import { useEffect } from 'preact/hooks';
import { Choice } from '../choice.tsx';
import { useApp } from '../context.ts';
import { reportWords as words } from '../strings-of-reports.ts';
import { usePlace } from './use-measures.ts';

/** Of which site the figures are; nothing to choose where there is one. */
export function SiteChoice() {
  const app = useApp();
  const place = usePlace();
  useEffect(() => void app.settings.loadSites(), [app]);
  const state = app.settings.sites.state.value;
  const sites = state.status === 'ready' ? state.value : [];
  if (sites.length < 2) return null;
  const { site: _, ...rest } = place.only;
  return (
    <Choice
      label={words.splitNames.site}
      value={place.only.site ?? ''}
      options={[['', words.all], ...sites.map(({ id, name }) => [id, name] as const)]}
      onChange={(site) => app.go({ ...place, only: site === '' ? rest : { ...rest, site }, which: null })}
    />
  );
}
