import type { Language } from '../language.ts';

export const file: Language['file'] = {
  attach: 'Datei anhängen',
  drop: 'Dateien hier ablegen',
  upTo: (size, kinds) => `Je bis ${size}: ${kinds}`,
  kinds: { image: 'Bilder', document: 'Dokumente', archive: 'Archive', other: 'andere Dateien' },
  sending: (percent) => `Wird gesendet, ${percent}`,
  waiting: 'Warten auf das Relay',
  cancel: (name) => `${name} abbrechen`,
  remove: (name) => `${name} entfernen`,
  download: (name) => `${name} herunterladen`,
  gone: 'Nicht mehr aufbewahrt',
  picture: (name) => `Bild, ${name}`,
  notSent: 'Noch nicht gesendet',
  describe: (name) => `Was ${name} zeigt, für Menschen, die es nicht sehen können (freiwillig)`,
  describeShort: 'Was es zeigt (freiwillig)',
  send: 'Senden',
  sendOne: (name) => `${name} senden`,
  problems: {
    too_large: 'Das ist größer, als die Site erlaubt.',
    too_many: 'Das sind zu viele auf einmal.',
    empty: 'Diese Datei ist leer.',
    unreadable: 'Diese Datei kann nicht gelesen werden.',
    unclean:
      'Nicht gesendet: Aus diesem Bild lässt sich der Aufnahmeort nicht entfernen. Speichern Sie es als JPEG oder PNG und wählen Sie das.',
    file_refused: 'Diese Art Datei oder dieses Bild wird nicht angenommen.',
    file_quota: 'In diesem Gespräch ist kein Platz für weitere Dateien.',
    files_off: 'Dateien sind für diese Site ausgeschaltet.',
    reassigned: 'Das Gespräch gehört nicht mehr Ihnen.',
  },
  notTaken: 'Das Relay nahm das nicht an.',
};
