import type { Language } from '../language.ts';

export const pageGroup: Language['pageGroup'] = {
  window: 'Ventana del chat',
  service: 'Servicio',
  team: 'El equipo',
  system: 'Sistema',
};
