import type { Language } from '../language.ts';

export const followUp: Language['followUp'] = {
  nav: 'Wiedervorlage',
  overdueCount: (count) => `${count} überfällig`,
  news: (count) =>
    count === 1 ? 'Eine Wiedervorlage braucht Sie:' : `${count} Wiedervorlagen brauchen Sie. Die erste:`,
  newsOf: (causes, label) => `${causes}, ${label}`,
  show: 'Zeigen',
  seen: 'Ich habe es gesehen',
  causes: { complaint: 'Beschwerde', low_score: 'Niedrige Bewertung', unresolved: 'Nicht gelöst' },
  kinds: { by_hand: 'Von Hand', snooze: 'Erinnerung' },
  due: (time) => `Fällig in ${time}`,
  overdueBy: (time) => `Seit ${time} überfällig`,
  later: 'Erinnern oder wiedervorlegen',
  laterShort: 'Später',
  snoozeHour: 'In einer Stunde erinnern',
  snoozeDay: 'Morgen um diese Zeit erinnern',
  snoozeWorkday: 'Am nächsten Arbeitstag um neun erinnern',
  make: 'Wiedervorlage…',
  saved: 'Gespeichert. Es steht unter „Wiedervorlage“.',
  notDone: 'Das war nicht möglich. Vielleicht war jemand schneller; die Liste ist jetzt aktuell.',
};
