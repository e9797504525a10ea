import type { Language } from '../language.ts';

export const find: Language['find'] = {
  title: 'Suche',
  label: 'Wörter',
  hint: 'Wörter, die alle vorkommen müssen. Zusammengehörige Wörter stehen in „Anführungszeichen“.',
  kind: 'Suchen in',
  kinds: [
    ['', 'Alles'],
    ['message', 'Nachrichten'],
    ['note', 'Notizen'],
    ['person', 'Personen'],
  ],
  status: 'Gespräche',
  statuses: [
    ['', 'Offene und beendete'],
    ['open', 'Offene'],
    ['closed', 'Beendete'],
  ],
  author: 'Geschrieben von',
  authors: [
    ['', 'Allen'],
    ['visitor', 'Besuchern'],
    ['agent', 'Dem Team'],
  ],
  empty: 'Suchen Sie nach Nachrichten, Notizen und Personen',
  emptyHint: 'Groß- und Kleinschreibung und Akzente spielen keine Rolle: cafe findet Café.',
  none: 'Nichts gefunden',
  noneHint: 'Versuchen Sie weniger Wörter oder nur den Anfang eines Wortes.',
  refused: 'Darin steht kein Wort, nach dem gesucht werden kann.',
  failed: 'Die Suche antwortete nicht. Versuchen Sie es bitte erneut.',
  again: 'Erneut versuchen',
  catchingUp: 'Ein Teil des Geschriebenen wird noch aufgenommen; etwas kann also fehlen.',
  more: 'Mehr zeigen',
  loading: 'Es wird gesucht…',
  found: (count, more) =>
    count === 1 && !more ? '1 Stelle gefunden' : `${more ? 'Mehr als ' : ''}${count} Stellen gefunden`,
  note: 'Notiz',
  person: 'Person',
  visitor: 'Besucher',
  closed: 'Beendet',
};
