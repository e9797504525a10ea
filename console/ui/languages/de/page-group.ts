import type { Language } from '../language.ts';

export const pageGroup: Language['pageGroup'] = {
  window: 'Chatfenster',
  service: 'Service',
  team: 'Das Team',
  system: 'System',
};
