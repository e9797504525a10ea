import { strict as assert } from 'node:assert';
import type { BrowserTab } from '../support/browser-tab.ts';
import { KEY } from './webkit/person.ts';
import type { Story } from './webkit/story.ts';

/** Before the tag: what the browser says of its memory, and what sockets the page has. */
const RECORDS = `var kept = []; addEventListener('pageshow', (event) => kept.push(event.persisted));
  var sockets = []; window.WebSocket = class extends WebSocket { constructor(...given) { super(...given); sockets.push(this); } };`;

/**
 * A page that the browser keeps for "back" (W17). Both engines keep one whose chat has no link. Firefox loads a page with an open socket anew,
 * whatever it does on its way out (0355); the chat goes on there by what is stored.
 */
export const backStory = (keepsWhoTalks: boolean): Story<BrowserTab> => ({
  title: 'W17 back to a page: never opened, opened and closed, and in the middle of a chat',
  async tell({ tab, relay, ana, visitor, site }) {
    site.serve(
      `<!doctype html><html lang="en"><title>Far</title><h1>Far</h1><script>${RECORDS}</script>
      <script async src="${relay.origin}/deskbell.js" data-site="${site.key}"></script>`,
    );
    const away = async (path: string) => {
      await tab.go(site.origin + path);
      await visitor.has('.launcher');
    };
    const back = async () => {
      await tab.back();
      await tab.until(() => location.pathname === '/shop');
      await visitor.has('.launcher');
    };
    const kept = () => tab.ask(() => Reflect.get(window, 'kept') as boolean[]);
    const links = () => (Reflect.get(window, 'sockets') as WebSocket[]).filter((one) => one.readyState === 1).length;

    await tab.go(`${site.origin}/shop`);
    await visitor.has('.launcher');
    await away('/one');
    await back();
    assert.deepEqual(await kept(), [false, true], 'the tag keeps no page out of the browser’s memory');
    await visitor.opens();
    await visitor.type(KEY.escape);
    await visitor.lacks('.panel');
    await tab.until(() => (Reflect.get(window, 'sockets') as WebSocket[]).every((one) => one.readyState === 3));
    await away('/two');
    await back();
    assert.deepEqual(await kept(), [false, true, true], 'nor does a chat that was closed without a word');

    await visitor.opens();
    await visitor.says('Is the jug still there?');
    const id = await ana.hears('Is the jug still there?');
    await ana.reply(id, 'One is.');
    await visitor.sees('One is.');
    await away('/three');
    await ana.reply(id, 'And it is blue.');
    await back();
    assert.equal((await kept()).at(-1), keepsWhoTalks);
    if (!keepsWhoTalks) await visitor.opens();
    await visitor.sees('And it is blue.');
    await visitor.press('textarea');
    await visitor.says('Then I take it.');
    await ana.hears('Then I take it.');
    await ana.reply(id, 'Done.');
    for (const text of ['Is the jug still there?', 'One is.', 'And it is blue.', 'Then I take it.', 'Done.'])
      await visitor.sees(text);
    assert.equal(await tab.ask(links), 1, 'one link');
    assert.equal((await ana.messages(id)).length, 5);
  },
});
