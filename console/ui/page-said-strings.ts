import { inLanguage } from './language.ts';

/** The words about what a page says of its visitor. */
export const pageSaidStrings = inLanguage('pageSaid', {
  said: 'What the page says',
  saidHint: 'Nobody has checked this.',
  verified: 'Verified',
  verifiedHint: 'The site has signed who this is.',
  unverified: 'Not verified',
  unverifiedHint: 'Nobody has checked who this is.',
  subject: 'Id at the site',
  name: 'Name',
  locale: 'Language',
  department: 'Department',
  tags: 'Tags',
  events: 'On the page',
});
