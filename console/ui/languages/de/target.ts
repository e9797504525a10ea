import type { Language } from '../language.ts';

export const target: Language['target'] = {
  title: 'Ziele',
  hint: 'Eine Antwort innerhalb so vieler Sekunden. Ein Gespräch nahe an seinem Ziel rückt vor und ist im Posteingang und auf der Tafel gekennzeichnet. Leer: kein Ziel.',
  everybody: 'Alle',
  departments: 'Abteilungen',
  departmentsHint: 'Anstelle des Ziels für alle.',
  noDepartments: 'Es gibt noch keine Abteilung.',
  asEverybody: 'Wie für alle',
  segments: 'Segmente von Besuchern',
  segmentsHint:
    'Ein Segment ist ein Schlagwort, das Ihre Seiten oder der Import Ihres Ladens einem Besucher geben. Sein Ziel geht vor dem der Abteilung; von mehreren zählt das kürzeste.',
  segment: 'Segment',
  seconds: 'Sekunden',
  secondsOf: (name) => `Sekunden für ${name}`,
  add: 'Segment hinzufügen',
  remove: (name) => `${name} entfernen`,
  save: 'Speichern',
  saving: 'Wird gespeichert…',
  saved: 'Gespeichert.',
  failed: 'Das konnte nicht geladen werden.',
  seenTitle: 'Was das bedeutet',
  seen: (name, length) => `${name}: eine Antwort innerhalb von ${length}`,
  seenNone: (name) => `${name}: kein Ziel`,
};
