import { number } from '../../format.ts';
import type { Language } from '../language.ts';

export const bulk: Language['bulk'] = {
  label: 'Ausgewählte Gespräche',
  chosen: (count) => `${number(count)} ausgewählt`,
  all: (count) => `Alle ${number(count)} auswählen`,
  clear: 'Auswahl aufheben',
  acts: 'Mit den ausgewählten tun',
  short: 'Tun …',
  take: 'An sich nehmen',
  ask: 'Jemanden bitten, sie zu übernehmen',
  return: 'In die Warteschlange zurückgeben',
  move: 'An eine Abteilung geben',
  tag: 'Schlagwörter geben oder nehmen',
  snooze: 'Später erinnern',
  close: 'Beenden',
  running: (asked, total) => `${number(asked)} von ${number(total)}`,
  stop: 'Anhalten',
  done: (count) => (count === 1 ? '1 Gespräch ist erledigt.' : `${number(count)} Gespräche sind erledigt.`),
  refused: (count, why) => `${number(count)} nicht: ${why}.`,
  left: (count) => `${number(count)} noch gewählt: nicht versucht, oder ohne Antwort.`,
  why: {
    reassigned: 'jemand anderes hat sie',
    forbidden: 'das dürfen Sie mit ihnen nicht',
    conversation_closed: 'schon beendet',
    agent_absent: 'die gefragte Person ist nicht da',
    ask_open: 'es ist schon jemand gefragt',
    not_found: 'nicht mehr da',
    invalid_payload: 'das geht mit ihnen nicht',
    other: 'das Relay nahm es nicht an',
  },
  undo: 'Rückgängig',
  ok: 'OK',
  title: {
    take: (count) => (count === 1 ? '1 Gespräch an sich nehmen?' : `${number(count)} Gespräche an sich nehmen?`),
    ask: (count) =>
      count === 1
        ? 'Jemanden bitten, 1 Gespräch zu übernehmen?'
        : `Jemanden bitten, ${number(count)} Gespräche zu übernehmen?`,
    return: (count) =>
      count === 1
        ? '1 Gespräch in die Warteschlange zurückgeben?'
        : `${number(count)} Gespräche in die Warteschlange zurückgeben?`,
    move: (count) => (count === 1 ? '1 Gespräch weitergeben?' : `${number(count)} Gespräche weitergeben?`),
    tag: (count) => (count === 1 ? 'Schlagwörter von 1 Gespräch' : `Schlagwörter von ${number(count)} Gesprächen`),
    snooze: (count) => (count === 1 ? 'An 1 Gespräch erinnern' : `An ${number(count)} Gespräche erinnern`),
    close: (count) => (count === 1 ? '1 Gespräch beenden?' : `${number(count)} Gespräche beenden?`),
  },
  hint: {
    take: 'Sie gehören dann Ihnen, auch über Ihre Grenze hinaus.',
    ask: 'Für jedes wird gefragt; Sie betreuen weiter, bis ein Ja kommt.',
    return: 'Sie behalten ihre Plätze in der Warteschlange.',
    move: 'Sie kommen in die Warteschlange dieser Abteilung, an ihre Plätze.',
    tag: 'Mehrere mit Kommas dazwischen. Lässt sich rückgängig machen.',
    snooze: 'Sie kommen von selbst zurück, wenn ein Besucher schreibt.',
    close: 'Besucher erfahren es. Das lässt sich nicht rückgängig machen.',
  },
  colleague: 'Kollegin oder Kollege',
  department: 'Abteilung',
  add: 'Hinzufügen',
  remove: 'Entfernen',
  when: 'Wann',
  outcome: 'Wie endeten sie?',
  outcomes: { resolved: 'Gelöst', unresolved: 'Nicht gelöst', spam: 'Spam' },
  cancel: 'Abbrechen',
};
