import type { Language } from '../language.ts';

export const choices: Language['choices'] = {
  add: 'Antworten zur Wahl',
  hint: (min, max) =>
    `Die Besucherin oder der Besucher sieht sie als Schaltflächen unter Ihrer Nachricht. ${min} bis ${max}, jede in einer eigenen Zeile.`,
  label: 'Antworten, eine je Zeile',
  wrong: (min, max, charsMax) =>
    `Schreiben Sie ${min} bis ${max} verschiedene Antworten, jede mit höchstens ${charsMax} Zeichen und ohne eckige Klammern.`,
  put: 'Unter die Nachricht',
  remove: 'Keine Wahl anbieten',
  cancel: 'Abbrechen',
  offered: 'Angeboten:',
  preview: 'Als Schaltflächen:',
};
