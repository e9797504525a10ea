import type { Language } from '../language.ts';

export const why: Language['why'] = {
  by: {
    least_share: '',
    longest_idle: 'quien más tiempo llevaba sin ninguna',
    round_robin: 'le tocaba',
    known: 'el visitante ya le conoce',
  },
  load: (load, capacity) => `${load} de ${capacity}`,
  idle: (length) => `libre desde hace ${length}`,
  speaks: (language) => `habla ${language}`,
  priority: (level) => `prioridad ${level}`,
  relaxed: 'esperó demasiado a alguien más adecuado',
  skipped: (name, why) => `${name} omitido: ${why}`,
  skippedMore: (count) => `${count} más omitidos`,
  full: 'completo',
  missed: 'la dejó pasar',
  site: 'otro sitio',
  department: 'otro departamento',
  lacks: (what) => `sin ${what}`,
};
