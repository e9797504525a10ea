import { strict as assert } from 'node:assert';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bytesOf, png, SECRET } from '../../support/pictures.ts';
import { KEY } from './person.ts';
import type { Scene, Story } from './story.ts';

/** WebKit on pages that are strict, poor or another's (W4, W5, W8, W32, P9, P25). */

const pageOf = ({ relay, site }: Scene, first: string, attributes = '') =>
  `<!doctype html><html lang="en"><meta name="viewport" content="width=device-width"><title>Far</title><h1>Far</h1>${first}
  <script async src="${relay.origin}/deskbell.js" data-site="${site.key}" ${attributes}></script>`;

/** Before the tag; the policy knows it by this. */
const script = (code: string) => `<script nonce="story">${code}</script>`;

/** A question and its answer, each there once. */
async function talk({ ana, visitor }: Scene, question: string): Promise<string> {
  await visitor.says(question);
  const id = await ana.hears(question);
  await ana.reply(id, `Heard: ${question}`);
  await visitor.sees(`Heard: ${question}`);
  await visitor.sees(question);
  return id;
}

export const GUEST_STORIES: readonly Story[] = [
  {
    title: 'W5 under the strictest policy, Trusted Types too, nothing is refused',
    async tell(scene) {
      const { tab, relay, site, visitor, ana } = scene;
      const { host } = new URL(relay.origin);
      const policy = `default-src 'none'; script-src 'nonce-story' ${relay.origin}; connect-src ${relay.origin} ws://${host}; img-src ${relay.origin};
        style-src 'none'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'`;
      const listens = `var refused = []; addEventListener('securitypolicyviolation', (event) => refused.push(event.violatedDirective + ' ' + event.blockedURI))`;
      // What the browser itself asks for at every site.
      const ownAsking = /favicon\.ico$/;
      site.serve(pageOf(scene, script(listens)), policy.replaceAll('\n', ' '));
      await tab.go(site.origin);
      await visitor.opens();
      const id = await talk(scene, 'Is this page strict?');
      const corner = () => {
        const panel = document.querySelector('deskbell-chat')?.shadowRoot?.querySelector('.panel');
        return panel ? getComputedStyle(panel).borderTopLeftRadius : '';
      };
      assert.equal(await tab.ask(corner), '16px', 'the widget’s own style sheets apply');
      await ana.close(id);
      await visitor.focusIsOn('input[type=radio]');
      await visitor.press('input[type=radio]', '5 of 5');
      await visitor.press('button', 'Send rating');
      await visitor.sees('Thank you for your rating');
      const refused = await tab.ask(() => Reflect.get(window, 'refused') as string[]);
      assert.deepEqual(
        refused.filter((one) => !ownAsking.test(one)),
        [],
      );
    },
  },
  {
    title: 'W8 where storage is denied the chat lives in memory',
    async tell(scene) {
      const { tab, site, visitor, ana } = scene;
      const denies = `for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches'])
        Object.defineProperty(window, name, { get() { throw new DOMException('denied', 'SecurityError') } });
        Object.defineProperty(Document.prototype, 'cookie', { get() { throw new DOMException('denied', 'SecurityError') } });
        var faults = []; addEventListener('error', (event) => faults.push(event.message));
        addEventListener('unhandledrejection', (event) => faults.push(String(event.reason)))`;
      site.serve(pageOf(scene, script(denies)));
      await tab.go(site.origin);
      await visitor.opens();
      const id = await talk(scene, 'Without a memory');
      await visitor.type(KEY.escape);
      await visitor.lacks('.panel');
      await visitor.opens();
      await visitor.sees('Without a memory');
      assert.deepEqual(await ana.messages(id), ['Without a memory', 'Heard: Without a memory']);
      assert.deepEqual(await tab.ask(() => Reflect.get(window, 'faults')), []);
    },
  },
  {
    title: 'P9 where the page’s policy lets no WebSocket through, the chat goes by HTTP',
    async tell(scene) {
      const { tab, relay, site, visitor, ana } = scene;
      site.serve(pageOf(scene, ''), `connect-src ${relay.origin}`);
      await tab.go(site.origin);
      await visitor.opens();
      const id = await talk(scene, 'Is anybody there?');
      await talk(scene, 'By which road?');
      await ana.close(id);
      await visitor.has('input[type=radio]', '1 of 5');
    },
  },
  {
    title: 'W32 P25 isolated: the chat in a frame of another site, by keyboard',
    async tell(scene) {
      const { tab, relay, site, visitor, ana } = scene;
      const policy = `script-src ${relay.origin}; style-src 'none'; frame-src ${relay.origin}; connect-src 'none'`;
      site.serve(pageOf(scene, '', 'data-isolate="true"'), policy);
      const frame = () => document.querySelector('deskbell-chat')?.shadowRoot?.querySelector('iframe');
      await tab.go(site.origin);
      await visitor.press('.launcher');
      await tab.until(() => Boolean(document.querySelector('deskbell-chat')?.shadowRoot?.querySelector('iframe')));
      // Here the focus stands on the frame until something is done in it; the first key is.
      await tab.enter(frame);
      await visitor.has('textarea');
      await visitor.type(KEY.escape);
      await tab.enter(null);
      await visitor.lacks('iframe');
      await visitor.focusIsOn('.launcher');
      await visitor.type(KEY.enter);
      await visitor.has('iframe');
      await tab.enter(frame);
      await visitor.has('textarea');
      await visitor.type('Is this between us?');
      await visitor.focusIsOn('textarea');
      await visitor.type(KEY.enter);
      const id = await ana.hears('Is this between us?');
      await ana.reply(id, 'Between the two of us.');
      await visitor.sees('Between the two of us.');
      await visitor.type(KEY.escape);
      await tab.enter(null);
      await visitor.focusIsOn('.launcher');
      await visitor.lacks('iframe');
      await ana.reply(id, 'Are you still there?');
      await tab.until(() => window.Deskbell?.getState().unread === 1);
      assert.equal(await tab.ask(() => document.documentElement.outerHTML.includes('Between')), false);
      await tab.go(`${site.origin}/next`);
      await visitor.press('.launcher');
      await tab.until(() => Boolean(document.querySelector('deskbell-chat')?.shadowRoot?.querySelector('iframe')));
      await tab.enter(frame);
      for (const text of ['Is this between us?', 'Between the two of us.', 'Are you still there?'])
        await visitor.sees(text);
    },
  },
  {
    title: 'W4 W5 a page that spares nobody, and one that swaps its body',
    async tell(scene) {
      const { tab, relay, visitor } = scene;
      await tab.go(`${relay.origin}/demo/hostile.html`);
      await visitor.opens();
      await talk(scene, 'Is it hard here?');
      await tab.go(`${relay.origin}/demo/swap.html`);
      await visitor.opens();
      await visitor.sees('Is it hard here?');
      await visitor.type('half a sentence');
      for (const swaps of ['1', '2', '3']) {
        await tab.ask(() =>
          [...document.querySelectorAll('button')].find((one) => /Swap/.test(one.textContent))?.click(),
        );
        await tab.until((count) => document.querySelector('[data-swaps]')?.textContent === count, swaps);
      }
      await visitor.has('.panel');
      const kept = () => document.querySelector('deskbell-chat')?.shadowRoot?.querySelector('textarea')?.value;
      assert.equal(await tab.ask(kept), 'half a sentence');
    },
  },
  {
    title: 'F1 F3 a picture is chosen, sent without what the camera wrote into it, and drawn on both sides',
    async tell(scene) {
      const { tab, relay, visitor, ana } = scene;
      await tab.go(`${relay.origin}/demo/strict-csp.html`);
      await visitor.opens();
      const id = await talk(scene, 'Here are my boots');
      const file = join(relay.folder, 'boots.png');
      const picture = Buffer.from(png({ width: 400, height: 300 }));
      assert.ok(picture.includes(SECRET) || bytesOf(SECRET).length > 0);
      writeFileSync(file, picture);
      await visitor.has('button', 'Attach a file');
      await tab.choose(
        () => document.querySelector('deskbell-chat')?.shadowRoot?.querySelector('input[type=file]'),
        file,
      );
      await visitor.has('button [role=img]', 'Picture, boots.png');
      await tab.until(() => {
        const drawn = document.querySelector('deskbell-chat')?.shadowRoot?.querySelector('canvas');
        return drawn?.width === 240;
      });
      assert.deepEqual((await ana.messages(id)).slice(2), ['boots.png']);
    },
  },
];
