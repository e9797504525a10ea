import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { act, cleanup, render } from '@testing-library/preact';
import * as vue from '@vue/runtime-dom';
import * as preact from 'preact';
import * as compat from 'preact/compat';
import * as hooks from 'preact/hooks';
import * as jsx from 'preact/jsx-runtime';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { textOf } from '../../../../console/ui/setup/tag-card.tsx';
import { LOOK_DEFAULT } from '../../../../protocol/wire/look.ts';
import { headerOf, policyFor } from '../../../../server/domain/page-policy.ts';
import { pinnedTagOf, tagOf } from '../../../../server/usecases/tag.ts';
import { compileIn, inOwnersProject } from '../../../support/compile-as-owner.ts';
import { blocksOf } from '../../../support/doc-blocks.ts';
import { copyWrappers, runModule, setupOf } from './framework-projects.ts';
import { bell, checkTags, come, leaveOwnersPage, openOwnersPage, page, press, tagIn, write } from './owners-page.ts';
import { renderLiquid, runWordPress } from './platforms.ts';

/** Y7 What the documents show to be copied is run, block by block. A block without a runner fails. */

const HOST = 'https://HOST';
const KEY = 'SITE_KEY';
type Runner = (text: string) => void | Promise<void>;

beforeEach(() => {
  openOwnersPage();
  vi.spyOn(console, 'warn').mockImplementation(() => {});
});
afterEach(() => {
  cleanup();
  leaveOwnersPage();
});

/** The tag alone is enough for the bell. */
async function begins(html: string): Promise<HTMLScriptElement> {
  const tag = tagIn(html);
  document.body.append(tag);
  expect(tag.dataset.site).toBe(KEY);
  await come(tag);
  expect([bell()?.hidden, page.Deskbell?.getUnavailableReason()]).toEqual([false, null]);
  expect(console.warn).not.toHaveBeenCalled();
  return tag;
}

async function wordpress(php: string) {
  const { hooks, tagsOf } = runWordPress(php);
  expect(hooks).toEqual(['wp_enqueue_scripts', 'script_loader_tag']);
  for (const other of tagsOf('another')) expect(other).not.toContain(KEY);
  for (const html of tagsOf('deskbell')) {
    checkTags(html, ['type', 'id', 'data-wp-strategy']);
    const tag = await begins(html);
    expect([tag.hasAttribute('async'), tag.src]).toEqual([true, `https://host/deskbell.js?site=${KEY}`]);
    leaveOwnersPage();
    openOwnersPage();
    vi.spyOn(console, 'warn').mockImplementation(() => {});
  }
}

async function shopify(liquid: string) {
  const customer = { name: `Mia "M" <b>O'Hill</b> & Co`, email: 'mia@example.org' };
  const known = tagIn(renderLiquid(liquid, { customer }));
  expect({ ...known.dataset }).toEqual({ site: KEY, ...customer });
  const html = renderLiquid(liquid, { customer: null });
  checkTags(renderLiquid(liquid, { customer: { name: 'Mia', email: 'm@example.org' } }));
  checkTags(html);
  await begins(html);
}

async function callsBefore(html: string) {
  expect(write(html)).toEqual([]);
  const heard = vi.fn();
  page.Deskbell?.('on', 'ready', heard);
  page.Deskbell?.('hide');
  await come(tagIn(tagOf(HOST, KEY)));
  await vi.waitFor(() => expect(heard).toHaveBeenCalledOnce(), 60_000);
  expect(bell()?.hidden).toBe(true);
}

async function consent(html: string) {
  checkTags(html);
  const [tag, another] = write(html);
  if (!tag || another) throw new Error('One tag with an address.');
  await come(tag);
  expect(bell()).toBeNull();
  press();
  expect(bell()?.hidden).toBe(false);
  leaveOwnersPage();
  // Pressed before the script has come.
  openOwnersPage();
  const [late] = write(html);
  press();
  if (late) await come(late);
  expect(bell()?.hidden).toBe(false);
}

async function adapter(html: string) {
  checkTags(html);
  const scripts = write(html);
  const [old, ...others] = scripts.filter(({ src }) => src.includes('/adapters/'));
  if (!old || others.length > 0) throw new Error('One tag of an adapter.');
  await come(old, /adapters\/(\w+)/.exec(old.src)?.[1]);
  const tag = document.querySelector<HTMLScriptElement>('script[src*="/deskbell.js"]');
  if (!tag) throw new Error('Nothing fetches Deskbell.');
  await come(tag);
  expect([bell()?.hidden, page.Deskbell?.getUnavailableReason()]).toEqual([false, null]);
}

const FRAMEWORK = { react: compat, 'react/jsx-runtime': jsx, 'preact/hooks': hooks, vue };

/** The script that the wrapper asked for has come; what is asked of `boot` and `destroy` from then on. */
async function arrive() {
  const tag = document.head.querySelector('script');
  if (!tag) throw new Error('The wrapper has added no tag.');
  checkTags(tag.outerHTML.replaceAll('async=""', 'async'));
  const told = [...(page.Deskbell?.q ?? [])].map((call) => [...(call as unknown[])]);
  expect(told.filter(([verb]) => verb === 'boot').map(([, options]) => (options as { site: string }).site)).toContain(
    KEY,
  );
  const listener = told.find(([verb, name]) => verb === 'on' && name === 'unread')?.[2] as (count: number) => void;
  const log = vi.spyOn(console, 'log').mockImplementation(() => {});
  log.mockClear();
  listener(3);
  expect(log.mock.calls).toEqual([[3]]);
  await come(tag);
  expect(bell()?.hidden).toBe(false);
  const chat = page.Deskbell;
  if (!chat) throw new Error('No chat.');
  return { boot: vi.spyOn(chat, 'boot'), open: vi.spyOn(chat, 'open'), destroy: vi.spyOn(chat, 'destroy') };
}

async function gone(destroy: { mock: { calls: unknown[] } }) {
  // Effects of what is gone run after the browser has painted.
  await vi.waitFor(() => expect(destroy.mock.calls.length).toBe(1), 60_000);
  expect([bell(), page.Deskbell, document.querySelector('script')]).toEqual([null, undefined, null]);
}

async function shell(text: string) {
  await inOwnersProject((folder) => {
    expect(copyWrappers(folder, text)).toBe('');
    for (const name of ['deskbell.d.ts', 'mount.ts', 'react.ts'])
      expect(readFileSync(join(folder, 'src/deskbell', name), 'utf8')).not.toBe('');
    expect(copyWrappers(folder, text.replace('react.ts', 'angular.ts'))).not.toBe('');
  });
}

type Kind = 'react' | 'preact' | 'vue';
/** The block of React's is Preact's as well, with the other file of the relay; Vue's is a component of one file. */
const sourceOf = (kind: Kind, text: string) =>
  kind === 'vue' ? setupOf(text) : text.replace("'./deskbell/react'", `'./deskbell/${kind}'`);

/** As the document's shell copies what the framework needs, and the file that uses it. */
function fill(folder: string, kind: Kind, text: string): string {
  const copying = blocksOf('docs/widget.md').find((one) => one.kind === 'sh')?.text ?? '';
  expect(copyWrappers(folder, copying.replace('react.ts', `${kind}.ts`))).toBe('');
  const path = join(folder, 'src', `in-${kind}.${kind === 'vue' ? 'ts' : 'tsx'}`);
  writeFileSync(path, sourceOf(kind, text));
  return path;
}

const component = (kind: 'react' | 'preact') => (text: string) =>
  inOwnersProject(async (folder) => {
    const Support = (await runModule(fill(folder, kind, text), FRAMEWORK)).Support as preact.ComponentType<{
      plan: string;
    }>;
    const drawn = render(preact.h(Support, { plan: 'pro' }));
    const { boot, open, destroy } = await arrive();
    await act(() => drawn.rerender(preact.h(Support, { plan: 'team' })));
    drawn.getByRole('button', { name: 'Help with team' }).click();
    expect([open.mock.calls.length, boot.mock.calls.length, destroy.mock.calls.length]).toEqual([1, 0, 0]);
    drawn.unmount();
    await gone(destroy);
  });

const singleFile = (text: string) =>
  inOwnersProject(async (folder) => {
    const app = vue.createApp((await runModule(fill(folder, 'vue', text), FRAMEWORK)).default as vue.Component);
    app.mount(document.createElement('div'));
    const { boot, destroy } = await arrive();
    await vue.nextTick();
    expect([boot.mock.calls.length, destroy.mock.calls.length]).toEqual([0, 0]);
    app.unmount();
    await gone(destroy);
  });

const RUNNERS: Record<string, Record<string, Runner>> = {
  'docs/widget.md': {
    'Install · html'(text) {
      expect(text).toBe(tagOf(HOST, KEY));
      checkTags(text);
      return begins(text).then(() => {});
    },
    'Install · WordPress · php': wordpress,
    'Install · Shopify · liquid': shopify,
    'Install · A single-page app · html': callsBefore,
    'Install · React, Preact, Vue · sh': shell,
    async 'Install · React, Preact, Vue · tsx'(text) {
      await component('react')(text);
      await component('preact')(text);
    },
    'Install · React, Preact, Vue · vue': singleFile,
    'Content-Security-Policy · csp': (text) => expect(text).toBe(headerOf(policyFor(HOST))),
    async 'Pinned (subresource integrity) · html'(text) {
      expect(text).toBe(
        pinnedTagOf(HOST, KEY, { path: '/w/deskbell-en-HASH.js', integrity: 'sha384-…' }, LOOK_DEFAULT),
      );
      checkTags(text);
      await begins(text);
    },
    'Consent · html': consent,
  },
  'docs/adapters.md': { 'In one line · html': adapter, 'In one line · html 2': adapter },
};

for (const [document, runners] of Object.entries(RUNNERS)) {
  const blocks = blocksOf(document);
  test(`Y7 ${document}: every block has a runner, every runner a block`, () => {
    expect(blocks.map(({ name }) => name)).toEqual(Object.keys(runners));
  });
  for (const { name, text } of blocks)
    test(`Y7 ${document}: ${name}`, async () => {
      const run = runners[name];
      if (!run) throw new Error(`Nothing runs ${name}.`);
      await run(text);
    });
}

test('Y4 Y7 the blocks of the frameworks compile with what the relay publishes', () =>
  inOwnersProject((folder) => {
    const block = (kind: string) => blocksOf('docs/widget.md').find((one) => one.kind === kind)?.text ?? '';
    fill(folder, 'react', block('tsx'));
    fill(folder, 'preact', block('tsx'));
    fill(folder, 'vue', block('vue'));
    expect(compileIn(folder)).toBe('');
  }));

test('Z1 Y7 the console shows what the document shows', () => {
  const snippets = { tag: tagOf(HOST, KEY), pinned: null, proactive: null, relay: HOST, csp: '', policy: {} };
  const shown = (['html', 'wordpress', 'shopify'] as const).map((platform) => textOf(platform, KEY, snippets));
  const [html, php, liquid] = ['html', 'php', 'liquid'].map(
    (kind) => blocksOf('docs/widget.md').find((one) => one.kind === kind)?.text,
  );
  expect(shown).toEqual([html, php, liquid]);
});
