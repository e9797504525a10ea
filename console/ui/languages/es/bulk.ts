import { number } from '../../format.ts';
import type { Language } from '../language.ts';

export const bulk: Language['bulk'] = {
  label: 'Conversaciones elegidas',
  chosen: (count) => (count === 1 ? '1 elegida' : `${number(count)} elegidas`),
  all: (count) => `Elegir las ${number(count)}`,
  clear: 'No elegir ninguna',
  acts: 'Hacer con las elegidas',
  short: 'Hacer …',
  take: 'Hacerse cargo',
  ask: 'Pedir a un compañero que las tome',
  return: 'Devolver a la cola',
  move: 'Pasar a un departamento',
  tag: 'Poner o quitar etiquetas',
  snooze: 'Recordar más tarde',
  close: 'Cerrar',
  running: (asked, total) => `${number(asked)} de ${number(total)}`,
  stop: 'Parar',
  done: (count) => (count === 1 ? '1 conversación hecha.' : `${number(count)} conversaciones hechas.`),
  refused: (count, why) => `${number(count)} no: ${why}.`,
  left: (count) => `Sin intentar o sin respuesta, aún elegidas: ${number(count)}.`,
  why: {
    reassigned: 'las tiene otra persona',
    forbidden: 'no puede hacer esto con ellas',
    conversation_closed: 'ya cerradas',
    agent_absent: 'el compañero no está',
    ask_open: 'ya se ha preguntado a alguien',
    not_found: 'ya no están',
    invalid_payload: 'no se puede hacer con ellas',
    other: 'el relay no lo aceptó',
  },
  undo: 'Deshacer',
  ok: 'Aceptar',
  title: {
    take: (count) =>
      count === 1 ? '¿Hacerse cargo de 1 conversación?' : `¿Hacerse cargo de ${number(count)} conversaciones?`,
    ask: (count) =>
      count === 1
        ? '¿Pedir a un compañero que tome 1 conversación?'
        : `¿Pedir a un compañero que tome ${number(count)} conversaciones?`,
    return: (count) =>
      count === 1 ? '¿Devolver 1 conversación a la cola?' : `¿Devolver ${number(count)} conversaciones a la cola?`,
    move: (count) => (count === 1 ? '¿Pasar 1 conversación?' : `¿Pasar ${number(count)} conversaciones?`),
    tag: (count) => (count === 1 ? 'Etiquetas de 1 conversación' : `Etiquetas de ${number(count)} conversaciones`),
    snooze: (count) => (count === 1 ? 'Recordar 1 conversación' : `Recordar ${number(count)} conversaciones`),
    close: (count) => (count === 1 ? '¿Cerrar 1 conversación?' : `¿Cerrar ${number(count)} conversaciones?`),
  },
  hint: {
    take: 'Pasan a ser suyas, también por encima de su límite.',
    ask: 'Se pregunta por cada una; usted sigue atendiendo hasta que llegue un sí.',
    return: 'Conservan su puesto en la cola.',
    move: 'Van a la cola de ese departamento, en su puesto.',
    tag: 'Varias, separadas por comas. Se puede deshacer.',
    snooze: 'Vuelven solas cuando escribe un visitante.',
    close: 'Se dice a los visitantes. No se puede deshacer.',
  },
  colleague: 'Compañero',
  department: 'Departamento',
  add: 'Añadir',
  remove: 'Quitar',
  when: 'Cuándo',
  outcome: '¿Cómo terminaron?',
  outcomes: { resolved: 'Resueltas', unresolved: 'No resueltas', spam: 'Spam' },
  cancel: 'Cancelar',
};
