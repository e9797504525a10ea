import type { Language } from '../language.ts';

export const service: Language['service'] = {
  wrapUp: 'Terminando',
  wrapUpHint: 'Su sitio se reserva para que termine sus notas. Después llega la siguiente conversación.',
  wrapUpDone: 'Listo',
  wrapUpLeft: (left) => `quedan ${left}`,
  inHours: 'Primera respuesta en horario',
  inHoursMore:
    '«En horario» cuenta solo la parte de una espera dentro de su horario de apertura, tal como regía entonces.',
  promised: 'Esperas anunciadas',
  promisedMore:
    'A los visitantes en la cola se les dijo un intervalo de espera. De los que luego atendió un agente: cuántas veces la espera quedó dentro, fue más corta o más larga. El intervalo va de la espera central a nueve de cada diez; unas cuatro de cada diez dentro y una de cada diez más larga es honesto.',
  inside: 'dentro',
  shorter: 'más corta',
  longer: 'más larga',
  promisedLatest: 'las últimas del periodo',
  promisedOf: (n) => `de ${n} esperas anunciadas`,
};
