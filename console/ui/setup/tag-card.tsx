import { useEffect, useState } from 'preact/hooks';
import type { Snippets } from '../../../protocol/wire/install.ts';
import type { SiteLine } from '../../model/api.ts';
import { Choice } from '../choice.tsx';
import { useApp } from '../context.ts';
import { NotLoaded } from '../not-loaded.tsx';
import { Skeleton } from '../skeleton.tsx';
import { setupWords as words } from '../strings-of-setup.ts';
import { CopyBox } from './copy-box.tsx';

const PLATFORMS = ['html', 'wordpress', 'shopify', 'react', 'pinned'] as const;
type Platform = (typeof PLATFORMS)[number];

/** What is copied into the pages of a site (Z1), and what their policy must allow (Z9). */
export function TagCard({ site }: { site: SiteLine }) {
  const { setup } = useApp();
  const one = setup.of(site.key);
  useEffect(() => one.loadSnippets(), [one]);
  const state = one.snippets.state.value;
  return (
    <section class="card form" aria-labelledby="tag-title">
      <h2 id="tag-title">{words.tag}</h2>
      <p class="quiet">{words.tagHint}</p>
      {state.status === 'failed' && <NotLoaded text={words.failed} onRetry={() => one.loadSnippets()} />}
      {state.status === 'loading' && <Skeleton rows={2} kind="rows" />}
      {state.status === 'ready' && <Tag site={site} snippets={state.value} />}
    </section>
  );
}

function Tag({ site, snippets }: { site: SiteLine; snippets: Snippets }) {
  const [platform, setPlatform] = useState<Platform>('html');
  const text = textOf(platform, site.key, snippets);
  return (
    <>
      <Choice
        label={words.platform}
        value={platform}
        options={PLATFORMS.map((one) => [one, words.platforms[one]])}
        onChange={(next) => setPlatform(next as Platform)}
      />
      <p class="field-hint">{words[`${platform}Hint`]}</p>
      {text === null ? (
        <p class="problem">{words.notBuilt}</p>
      ) : (
        <CopyBox name={words.platforms[platform]} text={text} />
      )}
      {snippets.proactive && platform !== 'react' && (
        <>
          <p class="field-hint">{words.second}</p>
          <CopyBox name={words.second} text={snippets.proactive} />
        </>
      )}
      <h3>{words.policy}</h3>
      <p class="field-hint">{words.policyHint}</p>
      <CopyBox name={words.policy} text={snippets.csp} />
    </>
  );
}

/** As docs/widget.md has them. */
export function textOf(platform: Platform, key: string, { tag, pinned, relay }: Snippets): string | null {
  const source = `${relay}/deskbell.js?site=${key}`;
  switch (platform) {
    case 'html':
      return tag;
    case 'pinned':
      return pinned;
    case 'wordpress':
      return `add_action('wp_enqueue_scripts', function () {
    wp_enqueue_script('deskbell', '${source}', [], null, ['strategy' => 'async', 'in_footer' => false]);
});
add_filter('script_loader_tag', function ($tag, $handle) {
    return $handle === 'deskbell' ? str_replace('<script ', '<script data-site="${key}" ', $tag) : $tag;
}, 10, 2);`;
    case 'shopify':
      return `<script async src="${source}" data-site="${key}"
  {% if customer %}data-name="{{ customer.name | escape }}" data-email="{{ customer.email | escape }}"{% endif %}></script>`;
    case 'react':
      return `mkdir -p src/deskbell && cd src/deskbell
for file in deskbell.d.ts wrappers/mount.ts wrappers/react.ts wrappers/preact.ts wrappers/vue.ts; do curl -fsSO ${relay}/$file; done

import { useDeskbell } from './deskbell/react';
useDeskbell('${source}', { site: '${key}' });`;
  }
}
