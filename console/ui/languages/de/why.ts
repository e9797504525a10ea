import type { Language } from '../language.ts';

export const why: Language['why'] = {
  by: {
    least_share: '',
    longest_idle: 'am längsten ohne Gespräch',
    round_robin: 'an der Reihe',
    known: 'dem Besucher bekannt',
  },
  load: (load, capacity) => `${load} von ${capacity}`,
  idle: (length) => `frei seit ${length}`,
  speaks: (language) => `spricht ${language}`,
  priority: (level) => `Vorrang ${level}`,
  relaxed: 'wartete zu lange auf jemanden, der besser passt',
  skipped: (name, why) => `${name} übergangen: ${why}`,
  skippedMore: (count) => `${count} weitere übergangen`,
  full: 'voll',
  missed: 'hat es verpasst',
  site: 'andere Site',
  department: 'andere Abteilung',
  lacks: (what) => `kein ${what}`,
};
