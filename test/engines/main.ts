import { strict as assert } from 'node:assert';
import { employAgent } from '../support/answering-agent.ts';
import { type FirefoxTab, firefoxPath, openFirefox } from '../support/firefox.ts';
import { startRelay } from '../support/relay-process.ts';

/**
 * `npm run test:engines`: the widget's main story in a second engine. Not part of `npm test`, since Firefox comes in no npm
 * package; where it is missing that is said in one sentence, and counts as failed.
 */

/** Inside the chat's shadow root. */
const CHAT = "const chat = document.querySelector('deskbell-chat')?.shadowRoot;";
const within = (body: string) => `${CHAT} ${body}`;
const shows = (text: string) => within(`return Boolean(chat?.textContent.includes(${JSON.stringify(text)}))`);
const focused = (selector: string) =>
  within(`return Boolean(chat?.activeElement?.matches(${JSON.stringify(selector)}))`);
const ENTER = '\uE007';
const ESCAPE = '\uE00C';
const RIGHT = '\uE014';

/** A real press: without one, no key reaches a Firefox that has no window. */
async function pressOn(tab: FirefoxTab, selector: string): Promise<void> {
  const middle = await tab.run(
    within(`const { x, y, width, height } = chat.querySelector('${selector}').getBoundingClientRect();
      return (x + width / 2) + ' ' + (y + height / 2)`),
  );
  const [x = 0, y = 0] = String(middle).split(' ').map(Number);
  await tab.press(x, y);
}

async function tellStory(tab: FirefoxTab, origin: string, ana: Awaited<ReturnType<typeof employAgent>>): Promise<void> {
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

async function main(): Promise<number> {
  const path = firefoxPath();
  if (!path) {
    console.log('No Firefox: install it (Debian: apt-get install firefox-esr), or set FIREFOX to its path.');
    console.log('0 passed, 1 failed');
    return 1;
  }
  const relay = await startRelay();
  const ana = await employAgent(relay, 'Ana');
  const tab = await openFirefox(path);
  try {
    await tellStory(tab, relay.origin, ana);
    console.log(`From the launcher to the rating in ${await tab.run('return navigator.userAgent')}`);
    console.log('1 passed, 0 failed');
    return 0;
  } catch (error) {
    console.error(error);
    console.log('0 passed, 1 failed');
    return 1;
  } finally {
    await tab.close();
    await ana.leave();
    await relay.remove();
  }
}

process.exitCode = await main();
