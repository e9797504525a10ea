import { type Browser, expect, type Frame, test } from '@playwright/test';
import { type AnsweringAgent, employAgent } from '../support/answering-agent.ts';
import { drawForPaper, keepStill } from '../support/ask-browser.ts';
import { type HostilePage, hostilePages } from '../support/hostile-pages.ts';
import { leaveAll } from '../support/leave-all.ts';
import { type RelayProcess, startRelay } from '../support/relay-process.ts';

/** Pages that make it hard for a guest, as one table: the chat opens, chats, and stands where it should (W4, W5). */

let relay: RelayProcess;
let ana: AnsweringAgent;
test.beforeAll(async () => {
  relay = await startRelay();
  ana = await employAgent(relay, 'Ana');
});
test.afterEach(({ browser }) => leaveAll(browser));
test.afterAll(async () => {
  await ana.leave();
  await relay.remove();
});

const VIEW = { width: 1_000, height: 720 };
/** From the edges of the window, by launcher.css. */
const OFFSET_PX = 20;

for (const hostile of hostilePages) {
  test(`W4 W5 ${hostile.name}`, async ({ browser }) => {
    const { there, problems } = await visit(browser, hostile);
    await standsWell(there, hostile);
    let id = await chats(there, hostile.name);
    if (hostile.after) {
      await there.evaluate(`(() => { ${hostile.after} })()`);
      id = await chats(there, `${hostile.name}, afterwards`);
      await standsWell(there, hostile);
    }
    expect(problems).toEqual([]);
    // Her room is for the next page.
    await ana.close(id);
  });
}

test('W5 no page, however hostile, prints the chat', async ({ browser }) => {
  for (const hostile of hostilePages) {
    const { page, there } = await visit(browser, hostile);
    await expect(there.locator('deskbell-chat .launcher')).toBeVisible();
    await drawForPaper(page);
    await expect(there.locator('deskbell-chat'), hostile.name).toBeHidden();
    await page.context().close();
  }
});

async function visit(browser: Browser, hostile: HostilePage) {
  const context = await browser.newContext({ viewport: VIEW, reducedMotion: 'reduce' });
  const page = await context.newPage();
  await keepStill(page);
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  const html = (body: string) => ({ contentType: 'text/html; charset=utf-8', body });
  await page.route('**/hostile.html', (route) => route.fulfill(html(pageOf(hostile))));
  const frame = `<iframe ${hostile.framed} src="/hostile.html" style="position:fixed;inset:0;width:100%;height:100%;border:0"></iframe>`;
  await page.route('**/around.html', (route) => route.fulfill(html(`<!doctype html>${frame}`)));
  const framed = hostile.framed !== undefined;
  await page.goto(`${relay.origin}/${framed ? 'around' : 'hostile'}.html`);
  const there = framed ? page.frame({ url: /hostile/ }) : page.mainFrame();
  if (!there) throw new Error('The frame is not there.');
  return { page, there, problems };
}

function pageOf({
  start = '<!doctype html><html lang="en">',
  head = '',
  body = '',
  tag,
  attributes = '',
}: HostilePage) {
  const script = `<script async src="/deskbell.js" data-site="demo" ${attributes}></script>`;
  const injected = `<script>const tag = document.createElement('script'); tag.src = '/deskbell.js'; tag.dataset.site = 'demo'; document.head.append(tag);</script>`;
  const last = tag === 'injected' ? injected : tag === 'head' ? '' : tag === 'twice' ? script + script : script;
  return `${start}<head><title>A page</title>${head}${tag === 'head' ? script : ''}</head><body><h1>A page</h1>${body}${last}</body></html>`;
}

/** The bell is round, in its corner, and what is pressed there. */
async function standsWell(there: Frame, { name }: HostilePage): Promise<void> {
  const bell = there.locator('deskbell-chat .launcher');
  await expect(bell).toHaveCount(1);
  await expect
    .poll(() =>
      bell.evaluate((button) => {
        const { left, top, width, height } = button.getBoundingClientRect();
        const hit = document.elementFromPoint(left + width / 2, top + height / 2);
        // Without the bars that scroll.
        const { width: across = 0, height: down = 0 } = visualViewport ?? {};
        const right = across - left - width;
        const side = left < right ? `left ${left}` : `right ${right}`;
        return [side, down - top - height, width, height, hit?.localName].join(' ');
      }),
    )
    .toBe(placeOf(name));
}

function placeOf(name: string): string {
  const side = /right to left/.test(name) ? 'left' : 'right';
  return `${side} ${OFFSET_PX} ${OFFSET_PX} 56 56 deskbell-chat`;
}

async function chats(there: Frame, text: string): Promise<string> {
  const dialog = there.getByRole('dialog', { name: 'Chat' });
  if (!(await dialog.isVisible())) await there.locator('deskbell-chat .launcher').click();
  await expect(dialog).toBeVisible();
  expect(await dialog.evaluate(measures)).toEqual([384, 608, '16px', '15px', '44px 16px']);
  await there.getByRole('textbox', { name: 'Message' }).fill(text);
  await there.getByRole('textbox', { name: 'Message' }).press('Enter');
  const id = await ana.hears(text);
  await ana.reply(id, `Heard: ${text}`);
  await expect(there.getByRole('log').getByText(`Heard: ${text}`, { exact: true })).toBeVisible();
  await there.getByRole('textbox', { name: 'Message' }).press('Escape');
  await expect(dialog).toBeHidden();
  return id;
}

/** What no page may change: sizes of the panel, of its words and of its box. */
function measures(panel: Element): (number | string)[] {
  const { width, height } = panel.getBoundingClientRect();
  const name = panel.querySelector('.name');
  const box = panel.querySelector('textarea');
  if (!name || !box) return [];
  const { minHeight, fontSize, paddingLeft } = getComputedStyle(box);
  return [width, height, getComputedStyle(name).fontSize, fontSize, `${minHeight} ${paddingLeft}`];
}
