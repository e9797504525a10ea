import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/**
 * Axe on a page and its frames of the same origin, for what is wrong alone: whatever passed would come over as well, and its usual way
 * opens a second tab for each look, which takes Firefox ten times as long (25 s against 2 s for a thread of the console).
 */
export const axeOn = (page: Page): AxeBuilder =>
  new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] });
