import type { Language } from '../language.ts';

export const face: Language['face'] = {
  title: 'Wie Besucher Sie sehen',
  hint: 'Ihr Name, dieses Bild und Ihre Aufgabe stehen über dem Chat und neben Ihren Nachrichten. Nur Besucher Ihrer Sites bekommen sie.',
  of: (name) => `Wie Besucher ${name} sehen`,
  job: 'Ihre Aufgabe',
  jobHint: 'In ein, zwei Worten, etwa Support. Sie darf leer bleiben.',
  choose: 'Bild wählen',
  another: 'Anderes Bild wählen',
  remove: 'Bild entfernen',
  pictureHint: 'JPEG, PNG, WebP oder GIF. Die Mitte wird als kleines Quadrat behalten, ohne Ort und Zeit der Aufnahme.',
  picture: (name) => `Bild von ${name}`,
  save: 'Speichern',
  saving: 'Wird gespeichert…',
  saved: 'Gespeichert',
  problems: {
    unreadable: 'Dieses Bild kann nicht gelesen werden. Wählen Sie ein anderes.',
    refused: 'Das Relay nimmt das nicht an. Wählen Sie ein anderes Bild oder einen kürzeren Text.',
    later: 'Das Relay antwortet nicht. Prüfen Sie die Verbindung und versuchen Sie es erneut.',
  },
};
