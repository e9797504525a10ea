import type { Language } from '../language.ts';

export const board: Language['board'] = {
  title: 'Tafel',
  failed: 'Die Tafel konnte nicht geladen werden.',
  queue: 'In der Warteschlange',
  oldest: 'Längste Wartezeit',
  serving: 'In Betreuung',
  unanswered: 'Warten auf eine Antwort',
  available: 'Verfügbar',
  ofTeam: (team) => `von ${team}`,
  agents: 'Team',
  decisions: 'Entscheidungen',
  nobodyWaits: 'Niemand wartet',
  nobodyAtRisk: 'Alle haben eine Antwort',
  noDecisions: 'Noch wurde nichts entschieden',
  more: (count) => `und ${count} weitere`,
  columns: { visitor: 'Besucher', wait: 'Wartet', agent: 'Agent', site: 'Site', load: 'Betreut', state: 'Status' },
  states: { available: 'Verfügbar', away: 'Abwesend', gone: 'Nicht hier' },
  load: (serving, capacity) => `${serving} von ${capacity}`,
  loadLong: (serving, capacity) => `Betreut ${serving} von höchstens ${capacity}`,
  today: 'Heute gegenüber sonst',
  todayMeans: (days) =>
    days === 1
      ? 'Der Tag bisher, neben dem einen früheren Tag desselben Wochentags, bis zur selben Uhrzeit.'
      : `Der Tag bisher, neben dem Median der letzten ${days} Tage desselben Wochentags, bis zur selben Uhrzeit.`,
  todayNone: 'Es gibt noch keinen früheren Tag dieses Wochentags zum Vergleich.',
  came: 'Heute gekommen',
  firstResponse: 'Erste Antwort heute (p50)',
  inQueue: 'In der Warteschlange heute (p50)',
  usual: (value) => `üblich: ${value}`,
  noUsual: 'noch nichts Übliches',
  n: (n) => `n = ${n}`,
  notReached: 'nicht erreicht',
  wall: 'Für die Wand',
  leaveWall: 'Wandansicht verlassen',
  seen: (time) => `Stand ${time}`,
};
