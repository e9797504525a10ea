import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { type AnsweringAgent, employAgent } from '../support/answering-agent.ts';
import { bytesOf, png, SECRET } from '../support/pictures.ts';
import { type RelayProcess, startRelay } from '../support/relay-process.ts';
import { visitShop } from '../support/shop-visit.ts';

/** Files in the widget, on the page with the strict policy: chosen, pasted, dropped, seen, saved, refused (F1–F7). */

let relay: RelayProcess;
let ana: AnsweringAgent;
test.beforeEach(async () => {
  relay = await startRelay();
  ana = await employAgent(relay, 'Ana');
});
test.afterEach(async () => {
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
  const choosing = page.waitForEvent('filechooser');
  await button.click();
  await (await choosing).setFiles({
    name: 'boots.png',
    mimeType: 'image/png',
    buffer: Buffer.from(png({ width: 400, height: 300 })),
  });
  const picture = dialog.getByRole('button', { name: 'Download boots.png' });
  await expect(picture.locator('canvas')).toHaveJSProperty('width', 240);
  const saving = page.waitForEvent('download');
  await picture.click();
  const saved = await saving;
  expect(saved.suggestedFilename()).toBe('boots.png');
  expect(readFileSync(await saved.path()).includes(SECRET)).toBe(false);
  await dialog.evaluate(
    (panel, bytes) => {
      const files = new DataTransfer();
      files.items.add(new File([new Uint8Array(bytes)], 'pasted.pdf'));
      panel.dispatchEvent(new ClipboardEvent('paste', { clipboardData: files, bubbles: true, cancelable: true }));
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
