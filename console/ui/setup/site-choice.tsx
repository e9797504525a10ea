import type { SiteLine } from '../../model/api.ts';
import { Choice } from '../choice.tsx';
import { useApp } from '../context.ts';
import { NotHere } from '../not-here.tsx';

interface Props {
  label: string;
  page: 'sites' | 'services';
  sites: SiteLine[];
  /** Undefined: the address names none of these. */
  chosen: SiteLine | undefined;
}

/** Which site a page of the settings is about, where there are several, or where it is none of them. */
export function SiteChoice({ label, page, sites, chosen }: Props) {
  const app = useApp();
  if (sites.length === 0 || (chosen && sites.length === 1)) return null;
  return (
    <>
      <Choice
        label={label}
        value={chosen?.key ?? ''}
        options={sites.map(({ key, name }) => [key, name])}
        onChange={(key) => app.go({ name: 'settings', page, of: `site-${key}` })}
      />
      {!chosen && <NotHere />}
    </>
  );
}
