import type { SiteLine } from '../model/api.ts';
import { useApp, useDesk } from './context.ts';
import { CopyIcon } from './icons.tsx';
import { Lazy } from './lazy.tsx';
import { Skeleton } from './skeleton.tsx';
import { strings } from './strings.ts';

const words = strings.settings;

const loadSiteAdd = () => import('./site-add.tsx').then((form) => form.SiteAdd);

export function SiteList() {
  const desk = useDesk();
  return (
    <section class="card" aria-labelledby="sites-title">
      <h2 id="sites-title">{words.sites}</h2>
      <p class="quiet">{words.sitesHint}</p>
      <Body />
      {desk.may('settings:write') ? (
        <Lazy load={loadSiteAdd} />
      ) : (
        <>
          <p class="add-site">{words.addSite}</p>
          <Line text={words.addSiteCommand} />
        </>
      )}
    </section>
  );
}

function Body() {
  const { settings } = useApp();
  const state = settings.sites.state.value;
  if (state.status === 'failed') {
    return (
      <p>
        {words.sitesFailed}{' '}
        <button type="button" class="link-button" onClick={() => settings.loadSites()}>
          {strings.retry}
        </button>
      </p>
    );
  }
  if (state.status !== 'ready') return <Skeleton rows={2} kind="rows" />;
  if (state.value.length === 0) return <p>{words.sitesEmpty}</p>;
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
          <dt>{words.key}</dt>
          <dd>
            <code>{site.key}</code>
          </dd>
        </div>
        <div class="fact">
          <dt>{words.origins}</dt>
          <dd>{site.origins.length > 0 ? site.origins.join(', ') : <span class="few">{words.noOrigins}</span>}</dd>
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
        aria-label={words.copySnippet}
        title={words.copySnippet}
        onClick={() => void app.copy(text)}
      >
        <CopyIcon />
      </button>
    </div>
  );
}
