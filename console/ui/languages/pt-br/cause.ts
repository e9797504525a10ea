import type { Language } from '../language.ts';

export const cause: Language['cause'] = {
  queue_too_long: 'A fila era longa demais',
  agent_silent: 'O atendente não respondeu',
  page_left: 'A página foi deixada em até 10 segundos',
  connection_lost: 'A conexão foi perdida',
  outside_hours: 'Fora do horário de atendimento',
  unknown: 'Não se sabe',
};
