import type { Language } from '../language.ts';

export const pageGroup: Language['pageGroup'] = {
  window: 'Janela do chat',
  service: 'Atendimento',
  team: 'A equipe',
  system: 'Sistema',
};
