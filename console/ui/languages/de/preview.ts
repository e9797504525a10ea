import type { Language } from '../language.ts';

export const preview: Language['preview'] = {
  score: 'Wie war unser Service?',
  solved: 'Wurde Ihr Anliegen gelöst?',
  answers: ['Ja', 'Teilweise', 'Nein'],
  why: 'Warum?',
  effort: 'Wie einfach war es, Hilfe zu bekommen?',
  effortEnds: ['Sehr schwer', 'Sehr einfach'],
  recommend: 'Würden Sie uns weiterempfehlen?',
  recommendEnds: ['Auf keinen Fall', 'Sehr wahrscheinlich'],
  complaint: 'Das ist eine Beschwerde: bitte kümmern Sie sich darum',
  anonymous: 'Ohne meinen Namen antworten',
  comment: 'Kommentar',
};
