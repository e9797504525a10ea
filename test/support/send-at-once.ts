import type { BrowserContext, Page } from '@playwright/test';

/** Without the seconds in which an answer can be called back (D8): for stories that are about something else. */
export async function sendAtOnce<Place extends BrowserContext | Page>(place: Place): Promise<Place> {
  await place.addInitScript(() => {
    // The empty page that comes first keeps nothing, and Firefox calls asking it a fault.
    if (origin !== 'null') localStorage.setItem('deskbell:console:undo-off', 'yes');
  });
  return place;
}
