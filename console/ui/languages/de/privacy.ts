import type { Language } from '../language.ts';

export const privacy: Language['privacy'] = {
  title: 'Was gesammelt wird',
  before: 'Bevor ein Besucher den Chat öffnet: nichts. Kein Cookie, nichts gespeichert, keine Verbindung.',
  open: 'Sobald er offen ist: ein zufälliges Zeichen im Speicher des Browsers, und auf dem Relay Adresse, Titel und Sprache der Seite zu jedem Gespräch und wann der Besucher zuletzt hier war.',
  written:
    'Was der Besucher schreibt, als Datei sendet, ausfüllt, bewertet, und was Ihre Seite über ihn sagt. Nie die IP-Adresse.',
  strict: 'Abgeschirmt',
  strictHint:
    'Der Chat läuft in einem Rahmen des Relays, sodass kein Skript Ihrer Seite lesen kann, was gesagt wird. Die Policy Ihrer Seiten ändert sich damit (Sites).',
  strictOn: 'Den Chat in einem eigenen Rahmen laufen lassen',
  files: 'Dateien',
  filesHint: 'Nach dieser Zeit gehen Dateien, ihre Nachrichten bleiben. Halbfertige gehen nach 30 Minuten.',
  filesDays: 'Dateien behalten für (Tage)',
  filesEmpty: (max) => `Von 1 bis ${max}. Leer: so lange wie ihr Gespräch.`,
  filesWrong: (max) => `Schreiben Sie eine ganze Zahl von 1 bis ${max} oder nichts.`,
  ratings: 'Bewertungen',
  anonymous: 'Besucher ohne Namen bewerten lassen',
  anonymousHint: 'Die Antwort wird gezählt, und niemand im Team erfährt, welcher Chat es war.',
  unsent: 'Noch nicht gesendete Worte',
  preview: 'Zeigen, was eine Besucherin oder ein Besucher gerade schreibt',
  previewHint:
    'Nur solange das Gespräch offen ist, nur denen, die es führen oder ansehen; gespeichert wird es nirgends. Ein Satz neben dem Textfeld sagt es, mit einer Schaltfläche, die es für diesen Browser beendet.',
  counting: 'Nachrichten, die von selbst kommen',
  counted: 'Besuche im Browser des Besuchers zählen',
  countedHint:
    'Aus: Nichts wird gespeichert, bevor der Besucher handelt, und Regeln über wiederholte Besuche tun nichts. An: Eine Zahl steht im Speicher des Browsers; Ihre Datenschutzerklärung sollte das sagen.',
  mail: 'Kopien per Mail',
  transcripts: 'Eine Kopie des Gesprächs per Mail anbieten',
  more: 'Anderswo',
  consent: 'Worte, denen ein Besucher vor dem Schreiben zustimmt',
  person: 'Einen Besucher exportieren oder löschen',
  personHint:
    'Im Posteingang, im Feld über die Person: was das Team notierte, oder alles, mit allen Gesprächen und Dateien. Berichte zählen weiter, ohne die Person.',
  services: 'Verbundene Dienste',
  servicesHint:
    'Was ein Übersetzungsdienst, eine Schreibhilfe oder ein eigenes System erfährt, und wann. Nichts, solange Sie keinen verbinden.',
  orders: 'Bestellungen und Kundschaft',
  ordersHint: 'Der Server Ihres Ladens nimmt die Bestellungen einer Person weg mit DELETE /api/v1/import/customers/ID.',
};
