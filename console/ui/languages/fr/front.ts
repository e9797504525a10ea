import type { Language } from '../language.ts';

export const front: Language['front'] = {
  asked: 'Demandé avant le chat',
  askedHint: 'Tel que le visiteur l’a écrit.',
  proactive: 'Répond à notre message',
  topic: 'Sujet',
  complaint: 'Réclamation',
  yes: 'Oui',
  agreed: 'A accepté',
  version: (version, when) => `version ${version}, ${when}`,
  solved: { yes: 'Résolu', partly: 'Résolu en partie', no: 'Non résolu' },
  isComplaint: 'Une réclamation',
  effort: (effort) => `Facilité ${effort} sur 7`,
  recommend: (recommend) => `Recommandation ${recommend} sur 10`,
};
