import type { Language } from '../language.ts';

export const followUp: Language['followUp'] = {
  nav: 'Seguimientos',
  overdueCount: (count) => (count === 1 ? '1 vencido' : `${count} vencidos`),
  news: (count) => (count === 1 ? 'Un seguimiento le necesita:' : `${count} seguimientos le necesitan. El primero:`),
  newsOf: (causes, label) => `${causes}, ${label}`,
  show: 'Mostrar',
  seen: 'Lo he visto',
  causes: { complaint: 'Queja', low_score: 'Valoración baja', unresolved: 'No resuelto' },
  kinds: { by_hand: 'A mano', snooze: 'Recordatorio' },
  due: (time) => `Vence en ${time}`,
  overdueBy: (time) => `Vencido hace ${time}`,
  later: 'Recordar o hacer seguimiento',
  laterShort: 'Más tarde',
  snoozeHour: 'Recordar en una hora',
  snoozeDay: 'Recordar mañana a esta hora',
  snoozeWorkday: 'Recordar el próximo día laborable a las nueve',
  make: 'Seguimiento…',
  saved: 'Guardado. Está en «Seguimientos».',
  notDone: 'No ha sido posible. Puede que alguien se adelantara; la lista ya está al día.',
};
