import type { Language } from '../language.ts';

export const cause: Language['cause'] = {
  queue_too_long: 'La cola era demasiado larga',
  agent_silent: 'El agente no respondió',
  page_left: 'Se dejó la página en menos de 10 segundos',
  connection_lost: 'Se perdió la conexión',
  outside_hours: 'Fuera del horario',
  unknown: 'No se sabe',
};
