import type { Language } from '../language.ts';

export const pageSaid: Language['pageSaid'] = {
  said: 'Ce que dit la page',
  saidHint: 'Personne ne l’a vérifié.',
  verified: 'Vérifié',
  verifiedHint: 'Le site a signé de qui il s’agit.',
  unverified: 'Non vérifié',
  unverifiedHint: 'Personne n’a vérifié de qui il s’agit.',
  subject: 'Identifiant sur le site',
  name: 'Nom',
  locale: 'Langue',
  department: 'Service',
  tags: 'Étiquettes',
  events: 'Sur la page',
};
