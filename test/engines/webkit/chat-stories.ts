import { strict as assert } from 'node:assert';
import { KEY, nothingIsStored } from './person.ts';
import type { Story } from './story.ts';

/** A visitor's chat in WebKit, as most of those who come by telephone have it. */

const panelBox = () => {
  const panel = document.querySelector('deskbell-chat')?.shadowRoot?.querySelector('.panel');
  const { x = 0, y = 0, width = 0, height = 0 } = panel?.getBoundingClientRect() ?? {};
  return [x, y, width, height];
};

export const CHAT_STORIES: readonly Story[] = [
  {
    title: 'W1 W14 from the launcher to the rating by keys, over two pages',
    async tell({ tab, relay, ana, visitor }) {
      await tab.go(`${relay.origin}/demo/help.html`);
      await visitor.has('.launcher');
      await nothingIsStored(tab);
      await tab.ask(() => document.querySelector('deskbell-chat')?.shadowRoot?.querySelector('button')?.focus());
      await visitor.type(KEY.enter);
      await visitor.says('Do you have it in blue?');
      const id = await ana.hears('Do you have it in blue?');
      await ana.reply(id, 'In blue and in red.');
      await visitor.sees('In blue and in red.');
      await tab.go(`${relay.origin}/demo/about.html`);
      await visitor.opens();
      await visitor.sees('In blue and in red.');
      await visitor.type(`half a th${KEY.escape}`);
      await visitor.lacks('.panel');
      await visitor.focusIsOn('.launcher');
      await visitor.type(KEY.enter);
      await visitor.focusIsOn('textarea');
      const kept = () => document.querySelector('deskbell-chat')?.shadowRoot?.querySelector('textarea')?.value;
      assert.equal(await tab.ask(kept), 'half a th');
      await ana.close(id);
      await visitor.focusIsOn('input[type=radio]');
      await visitor.type(KEY.right.repeat(3));
      await visitor.press('button', 'Send rating');
      await visitor.sees('Thank you for your rating');
      await visitor.focusIsOn('button.button');
      assert.deepEqual(await ana.messages(id), ['Do you have it in blue?', 'In blue and in red.']);
      await tab.ask(() => window.Deskbell?.destroy());
      await tab.until(() => document.querySelector('deskbell-chat') === null);
    },
  },
  {
    title: 'W19 W22 from right to left: the bell, the panel and the words',
    async tell({ tab, relay, ana, visitor, site }) {
      site.serve(
        `<!doctype html><html lang="ar" dir="rtl"><title>متجر</title><script async src="${relay.origin}/deskbell.js" data-site="${site.key}"></script>`,
      );
      await tab.go(site.origin);
      await visitor.opens();
      await visitor.says('مرحبا');
      const id = await ana.hears('مرحبا');
      await ana.reply(id, 'In English: hello.');
      await visitor.sees('In English: hello.');
      const seen = await tab.ask(() => {
        const chat = document.querySelector('deskbell-chat')?.shadowRoot;
        const panel = chat?.querySelector<HTMLElement>('.panel');
        const own = [...(panel?.querySelectorAll('*') ?? [])].find((one) => one.textContent === 'مرحبا');
        const close = panel?.querySelector('.header-close');
        const box = panel?.getBoundingClientRect();
        const middle = (one?: Element | null) => {
          const { left = 0, right = 0 } = one?.getBoundingClientRect() ?? {};
          return (left + right) / 2 < ((box?.left ?? 0) + (box?.right ?? 0)) / 2 ? 'left' : 'right';
        };
        return {
          dir: panel?.dir,
          lang: panel?.lang,
          panel: (box?.left ?? 0) < innerWidth - (box?.right ?? 0) ? 'left' : 'right',
          own: middle(own),
          close: middle(close),
          wide: [...(panel?.querySelectorAll('.log, .bottom') ?? [])].some((one) => one.scrollWidth > one.clientWidth),
          page: document.documentElement.scrollWidth > innerWidth,
        };
      });
      const whole = { dir: 'rtl', lang: 'ar', panel: 'left', own: 'left', close: 'left', wide: false, page: false };
      assert.deepEqual(seen, whole);
      await tab.ask(() => window.Deskbell?.setLocale('de'));
      await visitor.has('button', 'Chat beenden');
    },
  },
  {
    title: 'W19 on a phone: the whole screen, letters that are not zoomed at, and back closes',
    async tell({ tab, ana, visitor, site, relay }) {
      await tab.resize(390, 844);
      const tag = `<script async src="${relay.origin}/deskbell.js" data-site="${site.key}"></script>`;
      const router = `<button id="mugs">Mugs</button><script>var heard = [];
        addEventListener('popstate', (event) => heard.push(event.state));
        mugs.onclick = () => history.pushState({ route: 'mugs' }, '', '?mugs');</script>`;
      site.serve(
        `<!doctype html><html lang="en"><meta name="viewport" content="width=device-width"><title>Shop</title>${router}${tag}`,
      );
      await tab.go(`${site.origin}/`);
      await visitor.has('.launcher');
      // By a press: over an entry that a script alone has made WebKit's "back" goes on.
      await visitor.press('#mugs');
      await tab.until(() => location.search === '?mugs');
      await visitor.opens();
      const screen = await tab.ask(() => [0, 0, document.documentElement.clientWidth, innerHeight]);
      await tab.until((whole) => {
        const panel = document.querySelector('deskbell-chat')?.shadowRoot?.querySelector('.panel');
        const { x = 0, y = 0, width = 0, height = 0 } = panel?.getBoundingClientRect() ?? {};
        return [x, y, width, height].join() === whole;
      }, screen.join());
      const letters = () => {
        const box = document.querySelector('deskbell-chat')?.shadowRoot?.querySelector('textarea');
        return box ? Number.parseFloat(getComputedStyle(box).fontSize) : 0;
      };
      assert.ok((await tab.ask(letters)) >= 16, 'below 16 px Safari zooms in');
      await visitor.says('From my phone');
      await ana.hears('From my phone');
      await tab.back();
      await visitor.lacks('.panel');
      assert.match(String(await tab.ask(() => location.search)), /mugs/);
      await visitor.opens();
      await visitor.press('button', 'Close');
      await visitor.lacks('.panel');
      await tab.until(() => JSON.stringify(history.state) === '{"route":"mugs"}');
      for (const state of await tab.ask(() => Reflect.get(window, 'heard') as unknown[]))
        assert.deepEqual(state, { route: 'mugs' });
      // Turned: little height, and the box is still in sight.
      await tab.resize(844, 390);
      await visitor.opens();
      const [x = 0, y = 0, width = 0, height = 0] = await tab.ask(panelBox);
      const [across = 0, down = 0] = await tab.ask(() => [innerWidth, innerHeight]);
      assert.ok(x >= 0 && y >= 0 && x + width <= across && y + height <= down, 'the panel is in the window');
    },
  },
  {
    title: 'W8 two tabs, and a page that comes back from the memory of the browser, are in step',
    async tell({ tab, relay, ana, visitor }) {
      await tab.go(`${relay.origin}/demo/help.html`);
      await visitor.opens();
      await visitor.says('from the first tab');
      const id = await ana.hears('from the first tab');
      await tab.second(`${relay.origin}/demo/about.html`);
      await visitor.opens();
      await visitor.sees('from the first tab');
      await visitor.says('from the second tab');
      await ana.hears('from the second tab');
      await tab.turnTo('first');
      await visitor.sees('from the second tab');
      await tab.go(`${relay.origin}/demo/mug.html`);
      await visitor.has('.launcher');
      await ana.reply(id, 'while you looked at the mug');
      await tab.back();
      await visitor.has('.launcher');
      if (await tab.ask(() => !document.querySelector('deskbell-chat')?.shadowRoot?.querySelector('.panel')))
        await visitor.opens();
      for (const text of ['from the first tab', 'from the second tab', 'while you looked at the mug'])
        await visitor.sees(text);
      await tab.turnTo('second');
      await visitor.sees('while you looked at the mug');
      assert.equal((await ana.messages(id)).length, 3);
    },
  },
];
