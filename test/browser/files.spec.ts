import { expect, test } from '@playwright/test';
import { type AnsweringAgent, employAgent } from '../support/answering-agent.ts';
import { saveBy } from '../support/ask-browser.ts';
import { chooseFiles } from '../support/choose-files.ts';
import { leaveAll } from '../support/leave-all.ts';
import { bytesOf, png, SECRET } from '../support/pictures.ts';
import { type RelayProcess, startRelay } from '../support/relay-process.ts';
import { sendAtOnce } from '../support/send-at-once.ts';
import { visitShop } from '../support/shop-visit.ts';

/** Files in the widget, on the page with the strict policy: chosen, pasted, dropped, seen, saved, refused (F1–F7). */

let relay: RelayProcess;
let ana: AnsweringAgent;
test.beforeEach(async () => {
  relay = await startRelay();
  ana = await employAgent(relay, 'Ana');
});
test.afterEach(async ({ browser }) => {
  await leaveAll(browser);
  await ana.leave();
  await relay.remove();
});

test('F1 by button, paste and drop; drawn under a strict policy, saved, and what is wrong is said', async ({
  context,
}) => {
  const visit = await visitShop(context, relay, '/demo/strict-csp.html');
  const { page, dialog } = visit;
  await visit.open();
  await visit.say('Here are my boots');
  const id = await ana.hears('Here are my boots');
  const button = dialog.getByRole('button', { name: 'Attach a file' });
  await expect(button).toHaveAccessibleDescription('Up to 10 MB each: pictures, documents, archives');
  await chooseFiles(page, button, {
    name: 'boots.png',
    mimeType: 'image/png',
    buffer: Buffer.from(png({ width: 400, height: 300 })),
  });
  const picture = dialog.getByRole('button', { name: 'Picture, boots.png', exact: true });
  await expect(picture).toHaveAccessibleDescription('Download boots.png');
  await expect.poll(() => picture.locator('canvas').evaluate((one: HTMLCanvasElement) => one.width)).toBe(240);
  const saved = await saveBy(page, () => picture.click());
  expect(saved.name).toBe('boots.png');
  expect(saved.bytes.includes(SECRET)).toBe(false);
  await dialog.evaluate(
    (panel, bytes) => {
      const files = new DataTransfer();
      files.items.add(new File([new Uint8Array(bytes)], 'pasted.pdf'));
      const pasted = new ClipboardEvent('paste', { bubbles: true, cancelable: true });
      // Firefox takes what is pasted from no one who makes the event.
      Object.defineProperty(pasted, 'clipboardData', { value: files });
      panel.dispatchEvent(pasted);
      const dropped = new DataTransfer();
      dropped.items.add(new File(['a;b'], 'dropped.csv'));
      dropped.items.add(new File([new Uint8Array([0x4d, 0x5a, 0x90, 0])], 'setup.exe'));
      panel.dispatchEvent(new DragEvent('drop', { dataTransfer: dropped, bubbles: true, cancelable: true }));
    },
    [...bytesOf('%PDF-1.7')],
  );
  for (const name of ['pasted.pdf', 'dropped.csv'])
    await expect(dialog.getByRole('button', { name: `Download ${name}` })).toBeVisible();
  await expect(dialog.getByRole('alert')).toHaveText('This kind of file is not taken here.');
  await dialog.getByRole('button', { name: 'Remove setup.exe' }).click();
  await expect(dialog.getByRole('alert')).toHaveCount(0);
  expect(await ana.messages(id)).toEqual(['Here are my boots', 'boots.png', 'pasted.pdf', 'dropped.csv']);
  expect(visit.problems).toEqual([]);
});

test('F1 an agent sees what was sent, and sends by button, paste and drop', async ({ browser, context }) => {
  await relay.command(['agent', 'add', '--email', 'ben@example.org', '--name', 'Ben'], 'quiet-lantern-42\n');
  await ana.setAvailability('away');
  const desk = await sendAtOnce(await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage());
  const problems: string[] = [];
  desk.on('console', (line) => {
    if (/content security policy|trusted type/i.test(line.text())) problems.push(line.text());
  });
  await desk.goto(`${relay.origin}/console/`);
  await desk.getByRole('textbox', { name: 'E-mail' }).fill('ben@example.org');
  await desk.getByLabel('Password', { exact: true }).fill('quiet-lantern-42');
  await desk.getByRole('button', { name: 'Sign in' }).click();
  await desk.getByRole('combobox', { name: 'Availability' }).selectOption({ label: 'Available' });
  const visit = await visitShop(context, relay);
  await visit.open();
  const attach = visit.dialog.getByRole('button', { name: 'Attach a file' });
  const picture = { name: 'boots.png', mimeType: 'image/png', buffer: Buffer.from(png({ width: 400, height: 300 })) };
  await chooseFiles(visit.page, attach, picture);
  await desk.getByRole('list', { name: 'Conversations' }).getByRole('link').first().click();
  const shown = desk.getByRole('link', { name: 'Picture, boots.png', exact: true });
  await expect(shown).toHaveAccessibleDescription('Download boots.png');
  await expect.poll(() => shown.locator('img').evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(400);
  await chooseFiles(desk, desk.getByRole('button', { name: 'Attach a file' }), { ...picture, name: 'answer.png' });
  // F9: it is not sent before she says so; Enter in its description sends it, and she writes on.
  const said = desk.getByRole('textbox', { name: 'What answer.png shows, for people who cannot see it (optional)' });
  await said.fill('A brown boot with a red lace');
  await said.press('Enter');
  await expect(desk.getByRole('textbox', { name: 'Reply' })).toBeFocused();
  for (const drawn of [
    visit.dialog.getByRole('button', { name: 'A brown boot with a red lace', exact: true }).locator('canvas'),
    desk.getByRole('link', { name: 'A brown boot with a red lace', exact: true }).locator('img'),
  ])
    await expect(drawn).toBeVisible();
  const leftToTheBox = await desk.getByRole('textbox', { name: 'Reply' }).evaluate((box) =>
    (
      [
        // Words beside a file go into the box; its own name, as file managers copy it, does not.
        ['paste', 'pasted.csv', 'Look at these'],
        ['paste', 'named.csv', 'C:\\files\\named.csv'],
        ['drop', 'dropped.csv', ''],
      ] as const
    ).map(([kind, name, text]) => {
      const files = new DataTransfer();
      files.items.add(new File(['a;b'], name));
      if (text) files.setData('text/plain', text);
      const how = { bubbles: true, cancelable: true };
      const event =
        kind === 'paste' ? new ClipboardEvent(kind, how) : new DragEvent(kind, { ...how, dataTransfer: files });
      if (kind === 'paste') Object.defineProperty(event, 'clipboardData', { value: files });
      return box.dispatchEvent(event);
    }),
  );
  expect(leftToTheBox).toEqual([true, false, false]);
  for (const name of ['pasted.csv', 'named.csv', 'dropped.csv'])
    await expect(visit.dialog.getByRole('button', { name: `Download ${name}` })).toBeVisible();
  expect((await saveBy(desk, () => shown.click())).bytes.includes(SECRET)).toBe(false);
  expect(problems).toEqual([]);
});
