import { expect, test, type Worker } from '@playwright/test';
import { visitConsole } from '../support/console-visit.ts';
import { leaveAll } from '../support/leave-all.ts';
import { openPlainClient } from '../support/plain-client.ts';
import { type RelayProcess, startRelay } from '../support/relay-process.ts';

let relay: RelayProcess;
test.beforeAll(async () => {
  relay = await startRelay();
});
test.afterAll(() => relay.remove());

test('NT1, NT4, KB4 the worker shows what is pushed while nobody looks, and leads to it; the palette by keys alone', async ({
  browser,
}) => {
  const { page, problems } = await visitConsole(browser, relay, 'Ana', 'agent', {
    permissions: ['notifications'],
    viewport: { width: 360, height: 640 },
  });
  const scope = await page.evaluate(async () => (await navigator.serviceWorker.ready).scope);
  expect(scope).toBe(`${relay.origin}/console/`);
  const devtools = await page.context().newCDPSession(page);
  const versions = new Promise<string>((resolve) => {
    devtools.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const id = registrations.find(({ scopeURL }) => scopeURL === scope)?.registrationId;
      if (id !== undefined) resolve(id);
    });
  });
  await devtools.send('ServiceWorker.enable');
  const registrationId = await versions;
  // A phone can install it: a manifest that Chromium takes, with icons of the sizes that it asks for, and the worker that is here.
  const { data: manifest, errors } = await devtools.send('Page.getAppManifest');
  expect(errors).toEqual([]);
  const { icons, ...app } = JSON.parse(manifest ?? '{}');
  expect(app).toMatchObject({ display: 'standalone', scope: '/console/' });
  expect(await page.evaluate(measureIcons, icons)).toEqual(icons.map(({ sizes }: { sizes: string }) => sizes));
  for (const sizes of ['192x192', '512x512']) expect(icons).toContainEqual(expect.objectContaining({ sizes }));
  // A browser without a screen shows no notices of the system: what the worker asks it to show is caught.
  const worker = page.context().serviceWorkers()[0];
  if (!worker) throw new Error('No worker.');
  await worker.evaluate(() => {
    const world = self as unknown as { caught: object[]; registration: ServiceWorkerRegistration };
    world.caught = [];
    world.registration.showNotification = async (title, how) => void world.caught.push({ title, ...how });
  });
  const shown = () => worker.evaluate(() => (self as unknown as { caught: object[] }).caught);
  const push = (document: object) =>
    devtools.send('ServiceWorker.deliverPushMessage', {
      ...{ origin: relay.origin, registrationId, data: JSON.stringify(document) },
    });
  const news = { conversationId: 'c1', who: 'Eva', text: 'My boots leak', at: 0 };
  // On the screen it is shown already; a test is shown all the same, and says that the one before came to its end.
  await push({ ...news, kind: 'message' });
  await push({ ...news, kind: 'test', conversationId: null });
  await expect
    .poll(shown)
    .toMatchObject([{ title: 'Eva', body: 'My boots leak', tag: 'deskbell test', data: { path: '/console/inbox' } }]);

  // A press on the notice closes it and opens its conversation in the console that is there already: no second window.
  expect(await pressNotice(worker, '/console/inbox/c1')).toBe(true);
  await expect(page).toHaveURL(`${relay.origin}/console/inbox/c1`);
  expect(page.context().pages()).toHaveLength(1);

  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Search' }).fill('settings');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Notices' })).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await page.context().setOffline(true);
  await page.goto(`${relay.origin}/console/inbox`).catch(() => {});
  await expect(page.getByRole('heading', { name: 'You are offline' })).toBeVisible();
  await page.context().setOffline(false);
  await page.getByRole('link', { name: 'Try again' }).click();
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
  expect(problems).toEqual([]);
  await leaveAll(browser);
});

test('NT1 two tabs of one browser: one sounds for each event, and the other goes on where it is closed', async ({
  browser,
}) => {
  // A relay of its own: nobody else is there whom the conversation could go to.
  const own = await startRelay();
  const { page: first, problems } = await visitConsole(browser, own, 'Tess', 'agent');
  const second = await first.context().newPage();
  for (const tab of [first, second]) {
    await tab.addInitScript(countSounds);
    await tab.goto(`${own.origin}/console/inbox`);
    // A press in the page: no browser lets it sound before. What is counted is the sound itself.
    await expect(tab.getByRole('combobox', { name: 'Availability' })).toBeVisible();
    await tab.mouse.click(700, 400);
    // The machine's own sound begins a little later.
    await expect.poll(() => tab.evaluate(soundState)).toBe('running');
  }
  await first.getByRole('combobox', { name: 'Availability' }).selectOption({ label: 'Available' });
  const visitor = await openPlainClient(own.origin, '/visitor', { version: 2, site: 'demo' });
  const opening = { clientId: crypto.randomUUID(), body: 'Does it ring once?' };
  const opened = await visitor.command('conversation:open', opening);
  for (const tab of [first, second]) await expect(tab.locator('.list-scroll')).toContainText('Does it ring once?');
  const sounds = () => Promise.all([first, second].map((tab) => tab.evaluate(soundsSoFar)));
  await expect.poll(async () => (await sounds()).sort()).toEqual([0, 1]);
  const ringing = (await sounds())[0] === 1 ? first : second;
  const other = ringing === first ? second : first;
  await ringing.close();
  const conversationId = (opened as { value: { conversationId: string } }).value.conversationId;
  await visitor.command('message:send', { conversationId, clientId: crypto.randomUUID(), body: 'And again?' });
  await expect.poll(() => other.evaluate(soundsSoFar)).toBe(1);
  expect(problems).toEqual([]);
  await visitor.end();
  await leaveAll(browser);
  await own.remove();
});

test('KB6 on a phone "back" closes what is over the page, then leads to the list at its place, and stays in the console', async ({
  browser,
}) => {
  for (let turn = 0; turn < 9; turn += 1) {
    const visitor = await openPlainClient(relay.origin, '/visitor', { version: 2, site: 'demo' });
    const opening = { clientId: crypto.randomUUID(), body: `Question ${turn}` };
    expect(await visitor.command('conversation:open', opening)).toMatchObject({ ok: true });
    await visitor.end();
  }
  const { page, problems } = await visitConsole(browser, relay, 'Olga', 'owner', {
    viewport: { width: 360, height: 480 },
  });
  const list = page.locator('.list-scroll');
  const row = page.locator('.list-scroll a').filter({ hasText: 'Question' }).last();
  // All that routing gives her is hers: a section that came in later would make the list longer under the row.
  await expect(page.locator('.quick-views a').filter({ hasText: 'Mine' })).toHaveText(/4$/);
  await expect(row).toBeVisible();
  await row.scrollIntoViewIfNeeded();
  await expect.poll(() => list.evaluate((box) => box.scrollTop)).toBeGreaterThan(100);
  const place = await list.evaluate((box) => box.scrollTop);
  await row.click();
  const panel = page.getByRole('complementary');
  const opener = page.getByRole('button', { name: 'Show details' });
  await opener.click();
  await panel.getByRole('button', { name: 'Erase this person' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  const thread = await page.evaluate(() => location.href);
  await page.evaluate(() => history.back());
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(panel).toBeVisible();
  await expect(page).toHaveURL(thread);
  await page.evaluate(() => history.back());
  await expect(panel).toBeHidden();
  await expect(page).toHaveURL(thread);
  await expect(opener).toBeFocused();
  await page.evaluate(() => history.back());
  await expect(page).toHaveURL(/\/console\/(inbox)?$/);
  await expect.poll(() => list.evaluate((box) => box.scrollTop)).toBe(place);
  await row.click();
  await page.getByRole('link', { name: 'Back to the list' }).click();
  await expect(row).toBeVisible();
  await expect.poll(() => list.evaluate((box) => box.scrollTop)).toBe(place);

  // The box has the whole width, and with a keyboard on the screen it is in sight.
  await row.click();
  await page.getByRole('button', { name: 'Pick this conversation' }).click();
  const reply = page.getByRole('textbox', { name: 'Reply' });
  await expect.poll(async () => (await reply.boundingBox())?.width).toBeGreaterThan(250);
  await page.setViewportSize({ width: 360, height: 320 });
  await reply.fill('A first line\nand a second');
  await expect(reply).toBeInViewport({ ratio: 1 });
  expect(problems).toEqual([]);
  await leaveAll(browser);
});

/** Runs in the page: as wide and high as they come. */
function measureIcons(icons: { src: string; sizes: string }[]): Promise<string[]> {
  const measure = async ({ src, sizes }: { src: string; sizes: string }) => {
    const icon = new Image();
    icon.src = src;
    await icon.decode();
    return sizes === 'any' ? sizes : `${icon.naturalWidth}x${icon.naturalHeight}`;
  };
  return Promise.all(icons.map(measure));
}

/** As the system says it; whether the notice was closed. */
function pressNotice(worker: Worker, path: string): Promise<boolean> {
  return worker.evaluate(async (to) => {
    const press = new Event('notificationclick');
    let closed = false;
    let done: Promise<unknown> = Promise.reject(new Error('Nothing is waited for.'));
    done.catch(() => {});
    const close = () => {
      closed = true;
    };
    const waitUntil = (work: Promise<unknown>) => {
      done = work;
    };
    Object.assign(press, { waitUntil, notification: { close, data: { path: to } } });
    self.dispatchEvent(press);
    // Only a real press may bring a window to the front; everything before that is done by then.
    await done.catch((error: Error) => {
      if (error.name !== 'InvalidAccessError') throw error;
    });
    return closed;
  }, path);
}

/** The bell strikes twice, each stroke of two tones. */
function countSounds(): void {
  const world = window as unknown as { tones: number };
  world.tones = 0;
  const { createOscillator, resume } = AudioContext.prototype;
  AudioContext.prototype.resume = function (this: AudioContext) {
    Object.assign(world, { audio: this });
    return resume.call(this);
  };
  AudioContext.prototype.createOscillator = function (this: AudioContext) {
    world.tones += 1;
    return createOscillator.call(this);
  };
  // Firefox says whether a page may sound; "running" it only says where a machine can.
  const mayUse: unknown = Reflect.get(navigator, 'getAutoplayPolicy');
  const state = Object.getOwnPropertyDescriptor(BaseAudioContext.prototype, 'state')?.get;
  if (typeof mayUse !== 'function') return;
  Object.defineProperty(AudioContext.prototype, 'state', {
    get(this: AudioContext) {
      return mayUse.call(navigator, this) === 'allowed' ? 'running' : state?.call(this);
    },
  });
}

function soundState(): string | undefined {
  return (window as unknown as { audio?: AudioContext }).audio?.state;
}

function soundsSoFar(): number {
  return (window as unknown as { tones: number }).tones / 4;
}
