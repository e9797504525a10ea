import { strict as assert } from 'node:assert';
import { employAgent } from '../support/answering-agent.ts';
import { startRelay } from '../support/relay-process.ts';
import { openWebKit, type WebKitTab } from '../support/webkit.ts';

/** Inside the chat's shadow root. */
const CHAT = "const chat = document.querySelector('deskbell-chat')?.shadowRoot;";
const within = (body: string) => `${CHAT} ${body}`;
const shows = (text: string) => within(`return Boolean(chat?.textContent.includes(${JSON.stringify(text)}))`);
const focused = (selector: string) =>
  within(`return Boolean(chat?.activeElement?.matches(${JSON.stringify(selector)}))`);
const ENTER = '\uE007';
const ESCAPE = '\uE00C';
const RIGHT = '\uE014';

/** A real press, where a person would press. */
async function pressOn(tab: WebKitTab, selector: string): Promise<void> {
  const middle = await tab.run(
    within(`const { x, y, width, height } = chat.querySelector('${selector}').getBoundingClientRect();
      return (x + width / 2) + ' ' + (y + height / 2)`),
  );
  const [x = 0, y = 0] = String(middle).split(' ').map(Number);
  await tab.press(x, y);
}

async function tellStory(tab: WebKitTab, origin: string, ana: Awaited<ReturnType<typeof employAgent>>): Promise<void> {
  await tab.go(`${origin}/demo/strict-csp.html`);
  await tab.until(within("return Boolean(chat?.querySelector('.launcher'))"));
  assert.equal(
    await tab.run('return localStorage.length + sessionStorage.length'),
    0,
    'nothing is stored before intent',
  );
  await pressOn(tab, '.launcher');
  await tab.until(focused('textarea'));
  await tab.keys(`Do you have it in blue?${ENTER}`);
  const id = await ana.hears('Do you have it in blue?');
  await ana.reply(id, 'In blue and in red.');
  await tab.until(shows('In blue and in red.'));
  await tab.go(`${origin}/demo/`);
  await tab.until(
    within("return chat?.querySelector('.pill')?.textContent === '' || Boolean(chat?.querySelector('.bell'))"),
  );
  await tab.run('window.Deskbell.open()');
  await tab.until(shows('In blue and in red.'));
  await tab.run("window.Deskbell.setLocale('ar')");
  await tab.until(within("return chat?.querySelector('.panel')?.dir === 'rtl'"));
  await tab.run("window.Deskbell.setLocale('en')");
  await tab.until(within("return chat?.querySelector('.panel')?.lang === 'en'"));
  await pressOn(tab, 'textarea');
  await tab.keys(ESCAPE);
  await tab.until(within("return !chat.querySelector('.panel')"));
  await tab.run('window.Deskbell.open()');
  await tab.until(focused('textarea'));
  await ana.close(id);
  await tab.until(within("return Boolean(chat?.querySelector('input[type=radio]'))"));
  await tab.until(focused('input[type=radio]'));
  await tab.keys(RIGHT.repeat(3));
  await tab.run(within("chat.querySelector('.rating').requestSubmit()"));
  await tab.until(shows('Thank you for your rating'));
  await tab.resize(360, 640);
  await tab.until(
    within(
      "return chat.querySelector('.panel').getBoundingClientRect().width === document.documentElement.clientWidth",
    ),
  );
  await tab.run('window.Deskbell.destroy()');
  assert.equal(await tab.run("return document.querySelector('deskbell-chat') === null"), true, 'nothing is left');
}

/** The widget's story in WebKit, over a relay of its own. Answers which WebKit it was; throws where something is not as it should be. */
export async function playInWebKit(): Promise<string | null> {
  const tab = await openWebKit();
  if (!tab) return null;
  const relay = await startRelay();
  const ana = await employAgent(relay, 'Ana');
  try {
    await tellStory(tab, relay.origin, ana);
    return String(await tab.run('return navigator.userAgent'));
  } finally {
    await tab.close();
    await ana.leave();
    await relay.remove();
  }
}
