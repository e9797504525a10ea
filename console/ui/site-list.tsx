import type { SiteLine } from '../model/api.ts';
import { useApp, useDesk } from './context.ts';
import { CopyIcon } from './icons.tsx';
import { NotLoaded } from './not-loaded.tsx';
import { Skeleton } from './skeleton.tsx';
import { strings } from './strings.ts';

export function SiteList() {
  const app = useApp();
  const desk = useDesk();
  return (
    <section class="card" aria-labelledby="sites-title">
      <h2 id="sites-title">{strings.settings.sites}</h2>
      <p class="quiet">{strings.settings.sitesHint}</p>
      <Body />
      {desk.may('settings:write') ? (
        <a class="button add-site" href={app.hrefOf({ name: 'settings', page: 'sites' })}>
          {strings.settings.toSites}
        </a>
      ) : (
        <>
          <p class="add-site">{strings.settings.addSite}</p>
          <Line text={strings.settings.addSiteCommand} />
        </>
      )}
    </section>
  );
}

function Body() {
  const { settings } = useApp();
  const state = settings.sites.state.value;
  if (state.status === 'failed')
    return <NotLoaded text={strings.settings.sitesFailed} onRetry={() => settings.loadSites()} />;
  if (state.status !== 'ready') return <Skeleton rows={2} kind="rows" />;
  if (state.value.length === 0) return <p>{strings.settings.sitesEmpty}</p>;
  return (
    <ul class="sites">
      {state.value.map((site) => (
        <Site key={site.key} site={site} />
      ))}
    </ul>
  );
}

function Site({ site }: { site: SiteLine }) {
  return (
    <li class="site">
      <h3>{site.name}</h3>
      <dl class="facts facts-side">
        <div class="fact">
          <dt>{strings.settings.key}</dt>
          <dd>
            <code>{site.key}</code>
          </dd>
        </div>
        <div class="fact">
          <dt>{strings.settings.origins}</dt>
          <dd>
            {site.origins.length > 0 ? site.origins.join(', ') : <span class="few">{strings.settings.noOrigins}</span>}
          </dd>
        </div>
      </dl>
      <Line text={site.snippet} />
    </li>
  );
}

/** A line to take along. */
function Line({ text }: { text: string }) {
  const app = useApp();
  return (
    <div class="snippet" dir="ltr">
      <pre>
        <code>{text}</code>
      </pre>
      <button
        type="button"
        class="icon-button"
        aria-label={strings.settings.copySnippet}
        title={strings.settings.copySnippet}
        onClick={() => void app.copy(text)}
      >
        <CopyIcon />
      </button>
    </div>
  );
}
