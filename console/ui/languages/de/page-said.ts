import type { Language } from '../language.ts';

export const pageSaid: Language['pageSaid'] = {
  said: 'Was die Seite sagt',
  saidHint: 'Niemand hat das geprüft.',
  verified: 'Geprüft',
  verifiedHint: 'Die Site hat unterschrieben, wer das ist.',
  unverified: 'Nicht geprüft',
  unverifiedHint: 'Niemand hat geprüft, wer das ist.',
  subject: 'Kennung bei der Site',
  name: 'Name',
  locale: 'Sprache',
  department: 'Abteilung',
  tags: 'Schlagwörter',
  events: 'Auf der Seite',
};
