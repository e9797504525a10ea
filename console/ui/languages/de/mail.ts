import type { Language } from '../language.ts';

export const mail: Language['mail'] = {
  state: {
    title: 'Ausgehende Mail',
    off: 'Mail ist aus: Nichts geht hinaus. Um sie einzuschalten, starten Sie das Relay mit SMTP_URL und MAIL_FROM. Alles andere geht auch ohne.',
    on: (from) => `Mail geht als ${from} hinaus.`,
    counts: (sent, waiting) =>
      `${sent} ${sent === 1 ? 'Mail' : 'Mails'} in den letzten 24 Stunden gesendet, ${waiting} warten.`,
    test: 'Mir eine Probemail senden',
    tested: 'Die Probemail ist unterwegs an Ihre Adresse. Wird sie abgelehnt, steht das innerhalb einer Minute unten.',
    failed: 'Der Stand der Mail konnte nicht geladen werden.',
  },
  site: {
    title: 'Mail an Besucher',
    hint: 'Jede Mail sagt, warum sie kam und wie man keine mehr bekommt. An eine Adresse gehen nur wenige am Tag.',
    transcripts: 'Besucher dürfen eine Kopie ihres Chats an eine Adresse senden lassen',
    answers: 'Eine nicht gelesene Antwort an die Adresse senden, die der Besucher hinterließ',
    after: 'Minuten, ohne sie gelesen zu haben',
    afterHint:
      'Die Mail enthält nur die Antwort. Ihr Link führt auf Ihre Seite und öffnet nichts: Der Chat ist dort für den Browser des Besuchers da.',
    rating: 'Eine Stunde nach dem Ende per Mail um eine Bewertung bitten, wo keine abgegeben wurde',
    ratingHint:
      'Einmal je Chat, an Besucher, die eine Adresse hinterließen und eine Antwort bekamen. Der Link gilt sieben Tage und für eine Antwort.',
  },
  report: {
    title: 'Zahlen per Mail',
    hint: 'Die Zahlen des Berichts, jede mit ihrer Fallzahl, für ganze Tage davor.',
    every: 'Wie oft',
    everys: { never: 'Nie', day: 'Jeden Tag', week: 'Jede Woche' },
    weekday: 'Am',
    weekdays: ['Montag', 'Dienstag', 'Mittwoch', 'Donnerstag', 'Freitag', 'Samstag', 'Sonntag'],
    hour: 'Um',
    zone: 'Zeitzone',
    zoneFault: 'Diese Zeitzone gibt es nicht. Wählen Sie eine aus der Liste.',
    site: 'Von welcher Site',
    allSites: 'Alle Sites',
    to: 'An wen',
    nobody: 'Wählen Sie jemanden, sonst wird nichts gesendet.',
    save: 'Speichern',
    discard: 'Verwerfen',
    saved: 'Gespeichert.',
  },
  dead: {
    title: 'Nicht zugestellt',
    none: 'Nichts wurde aufgegeben.',
    what: {
      test: 'Probemail',
      transcript: 'Kopie eines Chats',
      answer: 'Antwort',
      rating: 'Bitte um eine Bewertung',
      report: 'Zahlen',
      alert: 'Hinweis an das Team',
    },
    tries: (count) => (count === 1 ? '1 Versuch' : `${count} Versuche`),
    retry: (address) => `Erneut versuchen: ${address}`,
    retryShort: 'Erneut versuchen',
  },
  copy: {
    open: 'Eine Kopie per Mail senden',
    hint: 'Alles, was der Besucher sehen darf, ohne Notizen, in der Sprache des Chats.',
    to: 'E-Mail-Adresse',
    send: 'Kopie senden',
    cancel: 'Abbrechen',
    close: 'Schließen',
    sent: 'Die Kopie ist unterwegs.',
  },
  problems: {
    mail_off: 'Mail ist aus, oder Kopien sind für diese Site ausgeschaltet.',
    unanswered: 'Eine Kopie kann gesendet werden, sobald jemand geantwortet hat.',
    rate_limited: 'An diese Adresse gingen heute so viele Mails, dass keine mehr gesendet wird.',
    invalid_payload: 'Das sieht nicht nach einer E-Mail-Adresse aus.',
    changed_meanwhile:
      'Jemand anderes hat dies inzwischen gespeichert. Ihre Angaben sind noch da: Speichern Sie noch einmal, oder verwerfen Sie sie, um die andere Fassung zu sehen.',
    forbidden: 'Das dürfen Sie nicht.',
    other: 'Das Relay antwortet nicht. Versuchen Sie es gleich noch einmal.',
  },
};
