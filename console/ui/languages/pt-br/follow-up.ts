import type { Language } from '../language.ts';

export const followUp: Language['followUp'] = {
  nav: 'Acompanhamentos',
  overdueCount: (count) => (count === 1 ? '1 atrasado' : `${count} atrasados`),
  news: (count) =>
    count === 1 ? 'Um acompanhamento precisa de você:' : `${count} acompanhamentos precisam de você. O primeiro:`,
  newsOf: (causes, label) => `${causes}, ${label}`,
  show: 'Mostrar',
  seen: 'Já vi',
  causes: { complaint: 'Reclamação', low_score: 'Avaliação baixa', unresolved: 'Não resolvida' },
  kinds: { by_hand: 'À mão', snooze: 'Lembrete' },
  due: (time) => `Vence em ${time}`,
  overdueBy: (time) => `Atrasado há ${time}`,
  later: 'Lembrar ou acompanhar',
  laterShort: 'Mais tarde',
  snoozeHour: 'Lembrar em uma hora',
  snoozeDay: 'Lembrar amanhã a esta hora',
  snoozeWorkday: 'Lembrar no próximo dia útil às nove',
  make: 'Acompanhamento…',
  saved: 'Guardado. Está em “Acompanhamentos”.',
  notDone: 'Isso não foi possível. Alguém pode ter sido mais rápido; a lista está atualizada agora.',
};
