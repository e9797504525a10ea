import type { Locator, Page } from '@playwright/test';

type Files = Parameters<Locator['setInputFiles']>[0];

/** Presses what asks for files, sees that the browser's own dialog is asked for, and chooses there. */
export async function chooseFiles(page: Page, button: Locator, files: Files): Promise<void> {
  // Not `filechooser`: Firefox's protocol does not tell of it, and its dialog would stay.
  const asking = page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        document.addEventListener(
          'click',
          function hear(event) {
            if (!(event.composedPath()[0] as Element).matches('input[type=file]')) return;
            event.preventDefault();
            document.removeEventListener('click', hear, true);
            resolve();
          },
          true,
        );
      }),
  );
  await button.click();
  await asking;
  await page.locator('input[type=file]').setInputFiles(files);
}
