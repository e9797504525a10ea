import type { App } from '../../console/model/app.ts';
import { offlinePage } from '../../console/worker/offline-page.ts';
import { BUSINESS_SETTINGS_DEFAULT, type BusinessSettingsRead } from '../../protocol/wire/business.ts';
import { success } from '../../protocol/wire/errors.ts';
import { NOTICE_SETTINGS_DEFAULT, type NoticesRead } from '../../protocol/wire/notices.ts';
import { press, type Story } from './console-story.ts';

const path = '/console/inbox/7F3K';
const HOUR_MS = 3_600_000;

/** What stands around the pages: what the keyboard opens, how news is told, what was missed, no connection at all. */
export function aroundStories(now: number): Record<string, Story> {
  const notices = { notices: success(noticesOf(now)) };
  return {
    palette: { path, act: (app) => app.palette.show('palette') },
    'keys-sheet': { path, act: (app) => app.palette.show('keys') },
    'settings-costs': { path: '/console/settings/costs', answers: { 'business-settings': success(costsOf(now)) } },
    'settings-notices': { path: '/console/settings', answers: notices },
    missed: { path, answers: notices, act: miss },
    outdated: {
      ...{ path, answers: notices },
      act(app) {
        app.notices.outdated.value = true;
      },
    },
    emoji: { path, act: () => press('.emoji-place .icon-button') },
    'offline-page': { door: true, act: showOffline },
  };
}

function noticesOf(now: number): NoticesRead {
  const spans = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from: 22 * 60, to: 7 * 60 }));
  return {
    settings: { ...NOTICE_SETTINGS_DEFAULT, quietUntil: now + HOUR_MS, quietSpans: spans, through: ['mention'] },
    publicKey: 'still',
    devices: [
      { id: 'd1', name: 'Chrome on Windows', addedAt: now - HOUR_MS, isThis: true },
      { id: 'd2', name: 'Safari on iPhone', addedAt: now - 30 * HOUR_MS, isThis: false },
    ],
  };
}

function miss(app: App): void {
  app.notices.missed.value = [
    { conversationId: 'W4TZ', who: 'a.very.long.address.of.somebody@customers.example', kind: 'lost' },
    { conversationId: 'K3NS', who: 'Visitor K3NS', kind: 'message' },
  ];
}

/** What the worker answers where the relay cannot be reached: a page of its own. */
async function showOffline(): Promise<void> {
  const words = {
    title: 'You are offline',
    hint: 'The console cannot be reached. What you wrote is kept in this browser and goes out when you are back.',
    retry: 'Try again',
  };
  const page = await offlinePage(words, 'still', 'en').text();
  document.open();
  document.write(page);
  document.close();
}

/** Two months are known, and who saved them. */
function costsOf(now: number): BusinessSettingsRead {
  const { staffing } = BUSINESS_SETTINGS_DEFAULT;
  const months = [
    { month: '2026-01', hourlyCost: 2_450, marketing: 120_000 },
    { month: '2026-02', hourlyCost: 2_600, marketing: null },
  ];
  return {
    settings: { currency: 'EUR', months, staffing },
    version: 2,
    history: [{ version: 2, at: now - 90_000, by: 'Ana' }],
  };
}
