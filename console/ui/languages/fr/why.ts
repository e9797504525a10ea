import type { Language } from '../language.ts';

export const why: Language['why'] = {
  by: {
    least_share: '',
    longest_idle: 'le plus longtemps sans conversation',
    round_robin: 'son tour est venu',
    known: 'le visiteur connaît cette personne',
  },
  load: (load, capacity) => `${load} sur ${capacity}`,
  idle: (length) => `libre depuis ${length}`,
  speaks: (language) => `parle ${language}`,
  priority: (level) => `priorité ${level}`,
  relaxed: 'trop attendu une meilleure correspondance',
  skipped: (name, why) => `${name} non retenu : ${why}`,
  skippedMore: (count) => (count < 2 ? `${count} autre non retenu` : `${count} autres non retenus`),
  full: 'complet',
  missed: 'l’a manquée',
  site: 'autre site',
  department: 'autre service',
  lacks: (what) => `sans ${what}`,
};
