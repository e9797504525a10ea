import { useEffect, useState } from 'preact/hooks';
import type { SiteLine } from '../../model/api.ts';
import { useApp } from '../context.ts';
import { NotHere } from '../not-here.tsx';
import { NotLoaded } from '../not-loaded.tsx';
import { Skeleton } from '../skeleton.tsx';
import { setupWords as words } from '../strings-of-setup.ts';
import { SiteChoice } from './site-choice.tsx';
import '../styles/parts.css';
import '../styles/setup.css';
import { useNamed } from '../use-named.ts';
import { InstallCard } from './install-card.tsx';
import { SiteForm } from './site-form.tsx';
import { TagCard } from './tag-card.tsx';

/** Sites: what they are called, where they may be used, their tag, and whether it is there (docs/setup.md). */
export function SitesPage() {
  const { settings } = useApp();
  useEffect(() => void settings.loadSites(), [settings]);
  const sites = useKept(settings.sites.state.value);
  const chosen = useNamed(sites, ({ key }) => `site-${key}`);
  if (settings.sites.state.value.status === 'failed')
    return (
      <div class="card">
        <NotLoaded text={words.failed} onRetry={() => settings.loadSites()} />
      </div>
    );
  if (chosen === 'unreached') return <NotHere isUnreached />;
  if (!sites || chosen === null) return <Skeleton rows={3} kind="cards" />;
  return (
    <div class="parts">
      <SiteChoice label={words.site} page="sites" sites={sites} chosen={chosen} />
      {chosen && <OneSite key={chosen.key} site={chosen} />}
      <AddSite />
    </div>
  );
}

/** What is known stays on the screen while it is read again. */
function useKept(state: ReturnType<typeof useApp>['settings']['sites']['state']['value']): SiteLine[] | null {
  const [kept, setKept] = useState<SiteLine[] | null>(state.status === 'ready' ? state.value : null);
  useEffect(() => {
    if (state.status === 'ready') setKept(state.value);
  }, [state]);
  return state.status === 'ready' ? state.value : kept;
}

function OneSite({ site }: { site: SiteLine }) {
  const { setup } = useApp();
  const one = setup.of(site.key);
  if (site.retiredAt !== undefined)
    return (
      <section class="card form" aria-labelledby="retired-title">
        <h2 id="retired-title">{site.name}</h2>
        <p>{words.retired}</p>
        <div>
          <button type="button" class="button button-primary" onClick={() => void one.retire(false)}>
            {words.bringBack}
          </button>
        </div>
      </section>
    );
  return (
    <>
      <section class="card form" aria-labelledby="details-title">
        <h2 id="details-title">{words.details}</h2>
        <SiteForm site={site} of="details-title" />
      </section>
      <TagCard site={site} />
      <InstallCard site={site} />
      <Retire site={site} />
    </>
  );
}

function Retire({ site }: { site: SiteLine }) {
  const { setup } = useApp();
  const [asks, setAsks] = useState(false);
  return (
    <section class="card form" aria-labelledby="retire-title">
      <h2 id="retire-title">{words.retire}</h2>
      <p class="quiet">{words.retireHint}</p>
      {asks ? (
        <div class="save-row">
          <p id="retire-sure">{words.retireSure(site.name)}</p>
          <button type="button" class="button button-danger" onClick={() => void setup.of(site.key).retire(true)}>
            {words.retireYes}
          </button>
          <button type="button" class="button" ref={(node) => node?.focus()} onClick={() => setAsks(false)}>
            {words.cancel}
          </button>
        </div>
      ) : (
        <div>
          <button type="button" class="button" onClick={() => setAsks(true)}>
            {words.retire}
          </button>
        </div>
      )}
    </section>
  );
}

function AddSite() {
  const [made, setMade] = useState(0);
  return (
    <section class="card form" aria-labelledby="add-site-title">
      <h2 id="add-site-title">{words.add}</h2>
      <SiteForm key={made} of="add-site-title" onAdded={() => setMade(made + 1)} />
    </section>
  );
}
