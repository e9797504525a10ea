import type { Language } from '../language.ts';

export const wording: Language['wording'] = {
  titles: {
    score: 'Zufriedenheit nach dem Wortlaut der Frage',
    effort: 'Aufwand nach dem Wortlaut der Frage',
    recommend: 'Empfehlung nach dem Wortlaut der Frage',
  },
  unit: 'jede Antwort steht bei der Frage, die gestellt wurde',
  changed: (n) =>
    `Der Wortlaut wurde geändert: In diesem Zeitraum wurde auf ${n} Fassungen geantwortet. Bitte nur mit Vorsicht vergleichen.`,
  words: 'Wortlaut',
  ourOwn: 'Unser eigener Wortlaut',
  quoted: (text, language) => `„${text}“ (${language})`,
  otherwise: 'Alle anderen Sprachen: unser eigener Wortlaut',
  asked: 'Gefragt',
  always: 'die ganze Zeit',
  from: (at) => `ab ${at}`,
  until: (at) => `bis ${at}`,
  fromTo: (from, to) => `${from} – ${to}`,
  answers: 'Antworten',
  value: { score: 'Zufrieden', effort: 'Leicht', recommend: 'Punkte' },
  rows: {
    score: 'Bewertungen auf die Frage in diesem Wortlaut',
    effort: 'Bewertungen mit einer Antwort zum Aufwand, in diesem Wortlaut',
    recommend: 'Bewertungen mit einer Empfehlung, in diesem Wortlaut',
  },
  askedWas: (text) => `Gefragt: ${text}`,
};
