import type { Language } from '../language.ts';

export const why: Language['why'] = {
  by: {
    least_share: '',
    longest_idle: 'há mais tempo sem conversa',
    round_robin: 'a próxima pessoa da vez',
    known: 'o visitante já conhece',
  },
  load: (load, capacity) => `${load} de ${capacity}`,
  idle: (length) => `livre há ${length}`,
  speaks: (language) => `fala ${language}`,
  priority: (level) => `prioridade ${level}`,
  relaxed: 'esperou demais por alguém mais adequado',
  skipped: (name, why) => `sem ${name}: ${why}`,
  skippedMore: (count) => (count === 1 ? 'mais 1 não considerado' : `mais ${count} não considerados`),
  full: 'lotado',
  missed: 'não atendeu a tempo',
  site: 'outro site',
  department: 'outro departamento',
  lacks: (what) => `falta ${what}`,
};
