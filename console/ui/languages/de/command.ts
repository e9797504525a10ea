import type { Language } from '../language.ts';

export const command: Language['command'] = {
  becomeAway: 'Auf abwesend stellen',
  palette: {
    open: 'Suchen oder etwas tun',
    title: 'Suche und Befehle',
    label: 'Suche',
    placeholder: 'Gespräch, Person, Seite oder Befehl',
    found: (count) => (count === 1 ? '1 Treffer' : `${count} Treffer`),
    nothing: 'Nichts passt.',
    gone: (name) => `Hier nicht mehr möglich: ${name}. Bitte neu wählen.`,
    about: (name) => `Über ${name}`,
    back: 'Zurück',
    hint: 'Pfeiltasten wählen, Enter öffnet, Escape schließt',
    kinds: {
      command: 'Befehl',
      conversation: 'Gespräch',
      colleague: 'Kollegin oder Kollege',
      page: 'Seite',
      find: 'Suche',
    },
  },
  colleague: 'Kollegin oder Kollege',
  transferTo: (name) => `Dieses Gespräch an ${name} übertragen`,
  invite: (name) => `${name} zu diesem Gespräch dazuholen`,
  findAll: (text) => `„${text}“ in allen Nachrichten suchen`,
  write: {
    reply: 'Antwort schreiben',
    note: 'Notiz schreiben',
    change: 'Zwischen Antwort und Notiz wechseln',
    line: 'Neue Zeile',
    replies: 'Gespeicherte Antworten und Makros, am Anfang einer Antwort',
    mention: 'Jemanden aus dem Team nennen, in einer Notiz',
  },
  keys: {
    open: 'Tastenkürzel zeigen',
    title: 'Tastenkürzel',
    letters: 'Einzelne Buchstaben sind Kürzel',
    lettersHint:
      'Sie tun nichts, während Sie schreiben. Schalten Sie sie aus, wenn Sie per Sprache eingeben oder leicht danebentippen.',
    lettersOff: 'Aus: Einzelne Buchstaben tun nichts.',
    list: 'Tab geht von Feld zu Feld, Pfeiltasten gehen durch Listen und Menüs, Escape schließt, was offen ist.',
  },
  groups: {
    anywhere: 'Überall',
    go: 'Gehe zu',
    inbox: 'In der Liste',
    thread: 'In einem Gespräch',
    composer: 'Beim Schreiben',
    people: 'Personen',
    settings: 'Einstellungen',
  },
};
