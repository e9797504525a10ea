import type { Language } from '../language.ts';

export const composer: Language['composer'] = {
  send: 'Senden',
  more: 'Weitere Arten zu senden',
  closeResolved: 'Senden und beenden: gelöst',
  closeUnresolved: 'Senden und beenden: nicht gelöst',
  later: 'Später senden…',
  enterSends: 'Enter sendet',
  enterBreaks: 'Enter beginnt eine neue Zeile',
  undoOff: 'Ohne die Sekunden zum Zurückholen senden',
  undoOn: 'Vor dem Senden einige Sekunden warten',
  hintEnter: 'Enter sendet, Umschalt + Enter beginnt eine neue Zeile',
  hintMod: 'Strg oder ⌘ + Enter sendet, Enter beginnt eine neue Zeile',
  noteHintEnter:
    'Nur das Team liest das. Enter fügt sie hinzu, Umschalt + Enter beginnt eine neue Zeile, @ nennt jemanden',
  noteHintMod: 'Nur das Team liest das. Strg oder ⌘ + Enter fügt sie hinzu, @ nennt jemanden',

  undo: {
    label: 'Nachricht auf dem Weg',
    leaves: (seconds) => (seconds === 1 ? 'Geht in 1 Sekunde hinaus' : `Geht in ${seconds} Sekunden hinaus`),
    closes: 'und beendet das Gespräch',
    undo: 'Zurückholen',
    now: 'Jetzt senden',
  },

  closeRefused: {
    sent: (label) =>
      label === ''
        ? 'Ihre Antwort wurde gesendet, das Gespräch aber nicht beendet.'
        : `Ihre Antwort an ${label} wurde gesendet, das Gespräch aber nicht beendet.`,
    foreign: 'Jemand anderes im Team hat es jetzt und beendet es.',
    again: 'Beenden Sie es noch einmal, oder schreiben Sie weiter.',
    close: 'Noch einmal beenden',
    putAway: 'Weglegen',
  },
  undoLabel: 'Sekunden, in denen sich eine Nachricht zurückholen lässt',
  undoHint: 'Von 0 bis 30. Mit 0 geht eine Nachricht sofort hinaus. Leer: die üblichen 5.',

  planned: {
    label: 'Wird später gesendet',
    at: (when) => `Geht hinaus: ${when}`,
    byOther: (name, when) => `${name} sendet das: ${when}`,
    outside: (opens) =>
      opens === null ? 'Der Chat ist dann geschlossen.' : `Der Chat ist dann geschlossen. Er öffnet ${opens}.`,
    held: {
      visitor_wrote: 'Nicht gesendet: Der Besucher schrieb inzwischen. Lesen Sie das zuerst.',
      closed: 'Nicht gesendet: Das Gespräch ist beendet.',
      reassigned: 'Nicht gesendet: Jemand anderes hat dieses Gespräch jetzt.',
      viewing: 'Nicht gesendet: Wer das geschrieben hat, sieht jetzt nur noch zu.',
      late: 'Nicht gesendet: Der Zeitpunkt wurde verpasst, weil das Relay nicht lief.',
    },
    closes: 'Beendet das Gespräch.',
    change: 'Ändern',
    now: 'Jetzt senden',
    cancel: 'Zurücknehmen',
    bar: (count) =>
      count === 1
        ? 'Eine Antwort von Ihnen wurde nicht gesendet und fragt Sie.'
        : `${count} Antworten von Ihnen wurden nicht gesendet und fragen Sie.`,
    look: 'Ansehen',
  },

  dialog: {
    title: 'Später senden',
    changeTitle: 'Ändern, was später gesendet wird',
    hint: (zone) => `Schreibt der Besucher vorher, werden Sie stattdessen gefragt. Ihre Zeit: ${zone}.`,
    inHour: 'In einer Stunde',
    tomorrow: 'Morgen um neun',
    monday: 'Montag um neun',
    when: 'Tag und Uhrzeit',
    wrong: 'Wählen Sie einen Zeitpunkt, der noch kommt, höchstens 90 Tage voraus.',
    text: 'Nachricht',
    keep: 'Später senden',
    save: 'Speichern',
    cancel: 'Abbrechen',
  },

  mention: {
    list: 'Kolleginnen und Kollegen',
    found: (count) =>
      count === 0
        ? 'Niemand mit diesem Namen. Escape schließt die Liste.'
        : `${count} ${count === 1 ? 'Person' : 'Personen'}. Pfeiltasten wählen, Enter nimmt den Namen.`,
    bar: (name, label) => `${name} nannte Sie in einer Notiz zu ${label}`,
    more: (count) => (count === 1 ? 'und eine weitere' : `und ${count} weitere`),
    open: 'Öffnen',
  },

  emoji: { open: 'Emoji', search: 'Emoji suchen', none: 'Nichts gefunden' },
};
