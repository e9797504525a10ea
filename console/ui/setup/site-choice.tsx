import type { SiteLine } from '../../model/api.ts';
import { Choice } from '../choice.tsx';
import { useApp } from '../context.ts';

/** Which site a page of the settings is about, where there are several. */
export function SiteChoice(of: { label: string; page: 'sites' | 'services'; sites: SiteLine[]; chosen: SiteLine }) {
  const app = useApp();
  return (
    <Choice
      label={of.label}
      value={of.chosen.key}
      options={of.sites.map(({ key, name }) => [key, name])}
      onChange={(key) => app.go({ name: 'settings', page: of.page, of: `site-${key}` })}
    />
  );
}
