import type { Page } from '@playwright/test';

/** Presses Tab until this has the focus; fails after so many as no page here has stops. */
export async function tabTo(page: Page, name: string, key = 'Tab'): Promise<void> {
  for (let stops = 0; stops < 60; stops += 1) {
    if ((await focusedName(page)) === name) return;
    await page.keyboard.press(key);
  }
  throw new Error(`"${name}" cannot be reached by ${key}.`);
}

/** The name of what has the focus, inside the chat too. */
function focusedName(page: Page): Promise<string> {
  return page.evaluate(() => {
    const inside = document.activeElement?.shadowRoot?.activeElement ?? document.activeElement;
    const label = inside instanceof HTMLTextAreaElement ? inside.labels[0]?.textContent : null;
    return inside?.getAttribute('aria-label') ?? label ?? inside?.textContent?.trim() ?? '';
  });
}
