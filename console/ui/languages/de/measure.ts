import type { Language } from '../language.ts';

export const measure: Language['measure'] = {
  episodes: {
    name: 'Gespräche',
    short: 'Gespräche',
    means:
      'Episoden, die im Zeitraum begannen. Eine, die nach ihrem Ende wieder geöffnet wird, zählt als neue Episode.',
  },
  answered: {
    name: 'Beantwortet',
    short: 'Beantwortet',
    means:
      'Episoden, in denen ein Agent mindestens einmal antwortete. Worte eines Bots oder eine Begrüßung sind keine Antwort.',
  },
  abandoned: {
    name: 'Abgebrochen',
    short: 'Abgebrochen',
    means: 'Episoden, die endeten, bevor ein Agent antwortete: in der Warteschlange oder nach der Zuteilung.',
  },
  abandonedShare: {
    name: 'Abgebrochen, Anteil',
    short: 'Abgebrochen',
    means: 'Abgebrochene Episoden geteilt durch alle Episoden, mit dem 95-%-Intervall nach Wilson.',
  },
  firstResponse: {
    name: 'Erste Antwort',
    short: 'Erste Antwort',
    means:
      'Zeit von der ersten Nachricht des Besuchers bis zur ersten Antwort eines Menschen, in jeder Episode. Besucher, die nie eine Antwort bekamen, zählen als länger wartend (Kaplan–Meier), damit die Zahl nicht schmeichelt. Der mittlere Wert (p50) steht vorn: Die Hälfte wartete höchstens so lange.',
  },
  firstResponseInHours: {
    name: 'Erste Antwort, in Öffnungszeiten',
    short: 'In Öffnungszeiten',
    means:
      'Der Teil der Zeit bis zur ersten Antwort innerhalb Ihrer Öffnungszeiten, wie sie damals galten. Wer abends beantwortet, was nachts kam, ist nach dieser Zahl nicht langsam.',
  },
  response: {
    name: 'Jede Antwort',
    short: 'Jede Antwort',
    means:
      'Jede Wartezeit eines Gesprächs, dem Agenten zugerechnet, der sie beendete. Unbeantwortete zählen als länger.',
  },
  responseInHours: {
    name: 'Jede Antwort, in Öffnungszeiten',
    short: 'Jede, in Öffnungszeiten',
    means: 'Der Teil jeder Wartezeit innerhalb Ihrer Öffnungszeiten, wie sie damals galten.',
  },
  responseWithoutQueue: {
    name: 'Jede Antwort, ohne die Warteschlange',
    short: 'Ohne Warteschlange',
    means: 'Jede Wartezeit ohne den Teil in der Warteschlange: was am Agenten lag.',
  },
  queueInHours: {
    name: 'Zeit in der Warteschlange, in Öffnungszeiten',
    short: 'Warteschlange, in Öffnungszeiten',
    means: 'Der Teil der Zeit in der Warteschlange innerhalb Ihrer Öffnungszeiten, wie sie damals galten.',
  },
  resolutionInHours: {
    name: 'Zeit bis zur Lösung, in Öffnungszeiten',
    short: 'Lösung, in Öffnungszeiten',
    means: 'Der Teil der Zeit bis zur Lösung innerhalb Ihrer Öffnungszeiten, wie sie damals galten.',
  },
  queue: {
    name: 'Zeit in der Warteschlange',
    short: 'Warteschlange',
    means:
      'Von der Warteschlange bis zu einem Agenten, über alle Aufenthalte einer Episode summiert, von Episoden, die ein Agent hatte.',
  },
  resolution: { name: 'Zeit bis zur Lösung', short: 'Lösung', means: 'Vom Beginn einer Episode bis zu ihrem Ende.' },
  handling: {
    name: 'Bearbeitungszeit',
    short: 'Bearbeitung',
    means: 'Der Teil einer Episode, in dem ein Agent sie hatte.',
  },
  serviceLevel: {
    name: 'Im Zielwert',
    short: 'Im Ziel',
    means:
      'Wartezeiten, die innerhalb Ihres Ziels beantwortet wurden, geteilt durch alle Wartezeiten. Ohne Antwort zählen sie als verfehlt. Das Ziel wird in den Einstellungen gesetzt, für alle, für eine Abteilung oder ein Segment. Zählen nur Öffnungszeiten, steht eine Wartezeit still, solange geschlossen ist.',
  },
  csat: {
    name: 'Zufriedenheit (CSAT)',
    short: 'Zufriedenheit',
    means:
      'Bewertungen mit 4 oder 5 geteilt durch alle, einmal je Episode, mit dem 95-%-Intervall nach Wilson. Unter 10 Bewertungen sagt der Anteil wenig. Wo zwei Agenten betreuten, wird eine Bewertung nach ihren Nachrichten geteilt.',
  },
  responseRate: {
    name: 'Bewertet',
    short: 'Bewertet',
    means: 'Episoden mit einer Bewertung, geteilt durch die beendeten, deren Besucher eine hätten abgeben können.',
  },
  firstContact: {
    name: 'Beim ersten Kontakt gelöst',
    short: 'Erster Kontakt',
    means:
      'Beendete Episoden (ohne Spam), die gelöst wurden, nicht wieder geöffnet wurden und deren Besucher nicht innerhalb von 7 Tagen mit demselben Thema wiederkam. Die, für die es noch zu früh ist, bleiben außen vor.',
  },
  reopened: {
    name: 'Wieder geöffnet',
    short: 'Wieder geöffnet',
    means: 'Gelöste Episoden, die der Besucher wieder öffnete, geteilt durch gelöste.',
  },
  complaints: {
    name: 'Gelöste Beschwerden',
    short: 'Beschwerden',
    means: 'Beschwerden, die gelöst endeten und deren Lösung die Person bestätigte, geteilt durch alle Beschwerden.',
  },
  complaintTime: {
    name: 'Zeit bis zur Lösung einer Beschwerde',
    short: 'Beschwerde gelöst in',
    means:
      'Vom Beginn einer Beschwerde bis zu ihrem gelösten Ende. Beschwerden, die nicht so endeten, zählen als länger.',
  },
  resolvedShare: {
    name: 'Gelöst',
    short: 'Gelöst',
    means: 'Beendete Episoden mit dem Ergebnis „gelöst“, geteilt durch alle beendeten.',
  },
};
