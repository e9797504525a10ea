import type { Language } from '../language.ts';

export const pageGroup: Language['pageGroup'] = {
  window: 'Fenêtre de chat',
  service: 'Service',
  team: 'L’équipe',
  system: 'Système',
};
