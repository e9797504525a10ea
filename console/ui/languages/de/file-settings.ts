import type { Language } from '../language.ts';

export const fileSettings: Language['fileSettings'] = {
  title: 'Dateien im Chat',
  hint: 'Bilder und Dokumente, die Besucher und Agenten senden. Bilder verlieren, was sie über Ort und Kamera sagen.',
  on: 'Dateien können gesendet werden',
  size: 'Größte Datei (Megabyte)',
  sizeHint: (max) => `Bis ${max}.`,
  kinds: 'Was angenommen wird',
  kindsHint: 'Erkannt an dem, was in der Datei ist, nicht an ihrem Namen.',
  kindNames: {
    image: ['Bilder', 'JPEG, PNG, WebP und GIF.'],
    document: ['Dokumente', 'PDF, RTF, Office-Dokumente und einfacher Text.'],
    archive: ['Archive', 'ZIP und Ähnliches. Niemand sieht hinein.'],
    other: ['Alles andere', 'Programme, Aufnahmen, Unbekanntes. Es gibt keinen Virenscanner.'],
  },
  keep: 'Dateien entfernen nach (Tagen)',
  keepHint: 'Die Nachricht bleibt und sagt, wie die Datei hieß. Leer: Dateien bleiben so lange wie ihr Gespräch.',
  seen: 'Was ein Besucher neben dem Textfeld sieht',
  seenOff: 'Nichts: Es gibt keinen Knopf für Dateien.',
  keptAlways: 'Dateien bleiben so lange wie ihr Gespräch.',
  keptFor: (days) => `Dateien werden ${days} nach ihrem Eintreffen entfernt.`,
  faults: {
    size: (min, max) => `Von ${min} bis ${max}.`,
    kinds: 'Wählen Sie mindestens eine Art, oder schalten Sie Dateien aus.',
    days: (max) => `Schreiben Sie eine ganze Zahl von 1 bis ${max} oder nichts.`,
    other: 'Hier stimmt etwas nicht.',
  },
};
