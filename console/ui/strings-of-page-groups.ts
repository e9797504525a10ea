import { inLanguage } from './language.ts';

/** The headings over the pages of the settings. */
export const pageGroupWords = inLanguage('pageGroup', {
  window: 'Chat window',
  service: 'Service',
  team: 'The team',
  system: 'System',
});
