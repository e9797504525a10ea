import type { Language } from '../language.ts';

export const reply: Language['reply'] = {
  list: 'Gespeicherte Antworten',
  found: (count) =>
    count === 0
      ? 'Keine gespeicherte Antwort passt dazu. Escape schließt die Liste.'
      : `${count} gespeicherte ${count === 1 ? 'Antwort' : 'Antworten'}. Pfeiltasten wählen, Enter übernimmt, Escape schließt die Liste.`,
  missing: (names) => `Hier nicht bekannt, darum ausgelassen: ${names}`,

  title: 'Gespeicherte Antworten des Teams',
  ownTitle: 'Meine eigenen Antworten',
  ownHint: 'Niemand sonst findet sie. In einem Gespräch / und die ersten Buchstaben tippen; eigene sind markiert.',
  addOwn: 'Eigene Antwort hinzufügen',
  own: 'eigene',
  hint: 'Antworten, die einmal geschrieben werden. In einem Gespräch / und die ersten Buchstaben tippen.',
  failed: 'Die gespeicherten Antworten konnten nicht geladen werden.',
  empty: 'Noch keine gespeicherte Antwort.',
  shortcut: 'Kürzel',
  shortcutHint: 'Ohne Leerzeichen, etwa „retoure-spaet“. Es wird nach dem Schrägstrich getippt.',
  body: 'Was sie sagt',
  bodyHint:
    'Darf {visitor.name}, {visitor.email}, {agent.name} und {site.name} enthalten. Mit einem Wort für den Fall, dass es nicht bekannt ist: {visitor.name|zusammen}.',
  department: 'Für Gespräche von',
  everybody: 'Alle Abteilungen',
  preview: 'Was ein Besucher lesen würde',
  sample: {
    'visitor.name': 'Mia',
    'visitor.email': 'mia@example.org',
    'agent.name': 'Ana',
    'site.name': 'Mein Laden',
  },
  add: 'Antwort hinzufügen',
  save: 'Speichern',
  saving: 'Wird gespeichert…',
  cancel: 'Abbrechen',
  edit: (shortcut) => `${shortcut} bearbeiten`.trim(),
  remove: (shortcut) => `${shortcut} entfernen`.trim(),
  removing: 'Sie wird nicht mehr gefunden. Was damit gesendet wurde, bleibt.',
  problems: {
    shortcut: 'Dieses Kürzel gibt es schon, oder es enthält mehr als Buchstaben, Ziffern, Punkte und Striche.',
    body: 'Schreiben Sie, was sie sagt.',
    forbidden: 'Sie dürfen gespeicherte Antworten nicht ändern.',
    gone: 'Sie ist nicht mehr da. Laden Sie die Seite neu.',
    department: 'Eine Abteilung, die hier steht, gibt es nicht mehr. Wählen Sie eine andere.',
    many: 'Mehr sind nicht möglich. Entfernen Sie zuerst eine.',
    later: 'Das Relay antwortet nicht. Versuchen Sie es gleich noch einmal.',
  },
};
