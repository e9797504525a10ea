import type { Language } from '../language.ts';

export const front: Language['front'] = {
  asked: 'Vor dem Chat gefragt',
  askedHint: 'Wie der Besucher es schrieb.',
  proactive: 'Antwortet auf unsere Nachricht',
  topic: 'Thema',
  complaint: 'Beschwerde',
  yes: 'Ja',
  agreed: 'Zugestimmt',
  version: (version, when) => `Fassung ${version}, ${when}`,
  solved: { yes: 'Gelöst', partly: 'Teilweise gelöst', no: 'Nicht gelöst' },
  isComplaint: 'Eine Beschwerde',
  effort: (effort) => `Aufwand ${effort} von 7`,
  recommend: (recommend) => `Empfiehlt ${recommend} von 10`,
};
