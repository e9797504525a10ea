import { expect, type Page } from '@playwright/test';
import { isFirefox, killTab } from './ask-browser.ts';

/** From now on the page never leaves the turn in which a message is written: no callback of a database gets through. */
export async function hangAfter(page: Page, asked: 'ahead' | 'store'): Promise<void> {
  // What stands ahead leaves a process of Firefox with the end of the turn, and what is committed to the database at once: there the second is asked.
  const step = isFirefox(page) ? 'store' : asked;
  await page.evaluate((where) => {
    const hang = () => {
      console.log('written');
      for (;;);
    };
    const { setItem } = Storage.prototype;
    Storage.prototype.setItem = function (name, text) {
      setItem.call(this, name, text);
      if (where === 'ahead' && name.includes(':out:')) hang();
    };
    const { commit } = IDBTransaction.prototype;
    IDBTransaction.prototype.commit = function () {
      commit.call(this);
      if (where === 'store' && this.mode === 'readwrite') hang();
    };
  }, step);
}

/** Of all tabs, the one whose script never ends is killed as it stands: no unload, no last words. */
export async function killHanging(page: Page): Promise<void> {
  if (isFirefox(page)) return killTab(page);
  const root = await page.context().browser()?.newBrowserCDPSession();
  const renderers = async () => {
    const { processInfo = [] } = (await root?.send('SystemInfo.getProcessInfo')) ?? {};
    return processInfo.filter((one) => one.type === 'renderer');
  };
  const before = new Map((await renderers()).map((one) => [one.id, one.cpuTime]));
  const worked = (one: { id: number; cpuTime: number }) => one.cpuTime - (before.get(one.id) ?? one.cpuTime);
  const busiest = async () => (await renderers()).sort((a, b) => worked(b) - worked(a))[0];
  await expect.poll(async () => worked((await busiest()) ?? { id: 0, cpuTime: 0 })).toBeGreaterThan(0.1);
  const { id } = (await busiest()) ?? { id: 0 };
  const crashed = page.waitForEvent('crash');
  process.kill(id, 'SIGKILL');
  await crashed;
}
