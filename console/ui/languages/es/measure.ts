import type { Language } from '../language.ts';

export const measure: Language['measure'] = {
  episodes: {
    name: 'Conversaciones',
    short: 'Conversaciones',
    means: 'Episodios abiertos en el periodo. Uno que se abre de nuevo después de cerrado cuenta como episodio nuevo.',
  },
  answered: {
    name: 'Respondidas',
    short: 'Respondidas',
    means:
      'Episodios en los que un agente respondió al menos una vez. Las palabras de un bot o de un saludo no son respuesta.',
  },
  abandoned: {
    name: 'Abandonadas',
    short: 'Abandonadas',
    means: 'Episodios que terminaron antes de que respondiera un agente: en la cola o después de asignarse.',
  },
  abandonedShare: {
    name: 'Abandonadas, proporción',
    short: 'Abandonadas',
    means: 'Episodios abandonados divididos por todos los episodios, con el intervalo de Wilson del 95 %.',
  },
  firstResponse: {
    name: 'Primera respuesta',
    short: 'Primera respuesta',
    means:
      'Tiempo desde el primer mensaje del visitante hasta la primera respuesta de una persona, en cada episodio. Quienes nunca tuvieron respuesta cuentan como una espera más larga (Kaplan–Meier), para que la cifra no halague. La central (p50) va delante: la mitad esperó como mucho eso.',
  },
  firstResponseInHours: {
    name: 'Primera respuesta, en horario',
    short: 'En horario',
    means:
      'La parte del tiempo de primera respuesta dentro de su horario de apertura, tal como regía entonces. Quien responde por la mañana lo que llegó de noche no es lento según esta cifra.',
  },
  response: {
    name: 'Cada respuesta',
    short: 'Cada respuesta',
    means:
      'Cada espera de una conversación, atribuida al agente que la terminó. Las no respondidas cuentan como más largas.',
  },
  responseInHours: {
    name: 'Cada respuesta, en horario',
    short: 'Cada una, en horario',
    means: 'La parte de cada espera dentro de su horario de apertura, tal como regía entonces.',
  },
  responseWithoutQueue: {
    name: 'Cada respuesta, sin la cola',
    short: 'Sin la cola',
    means: 'Cada espera menos la parte que pasó en la cola: lo que dependió del agente.',
  },
  queueInHours: {
    name: 'Tiempo en la cola, en horario',
    short: 'En cola, en horario',
    means: 'La parte del tiempo en la cola dentro de su horario de apertura, tal como regía entonces.',
  },
  resolutionInHours: {
    name: 'Tiempo de resolución, en horario',
    short: 'Resolución, en horario',
    means: 'La parte del tiempo de resolución dentro de su horario de apertura, tal como regía entonces.',
  },
  queue: {
    name: 'Tiempo en la cola',
    short: 'En cola',
    means: 'De la cola a un agente, sumado en todas las estancias de un episodio, de los episodios que tuvo un agente.',
  },
  resolution: {
    name: 'Tiempo de resolución',
    short: 'Resolución',
    means: 'Desde que se abre un episodio hasta que termina.',
  },
  handling: {
    name: 'Tiempo de atención',
    short: 'Atención',
    means: 'La parte de un episodio en la que lo tuvo un agente.',
  },
  serviceLevel: {
    name: 'Dentro del objetivo',
    short: 'En objetivo',
    means:
      'Esperas respondidas dentro de su objetivo, divididas por todas. Las que no tienen respuesta cuentan como falladas. El objetivo se fija en Ajustes, para todos, para un departamento o un segmento. Si solo cuenta el horario de atención, la espera se detiene mientras está cerrado.',
  },
  csat: {
    name: 'Satisfacción (CSAT)',
    short: 'Satisfacción',
    means:
      'Valoraciones de 4 o 5 divididas por todas, una por episodio, con el intervalo de Wilson del 95 %. Con menos de 10 valoraciones dice poco. Si atendieron dos agentes, la valoración se reparte según sus mensajes.',
  },
  responseRate: {
    name: 'Valoradas',
    short: 'Valoradas',
    means: 'Episodios con valoración, divididos por los terminados cuyos visitantes pudieron darla.',
  },
  firstContact: {
    name: 'Resueltas en el primer contacto',
    short: 'Primer contacto',
    means:
      'Episodios terminados (sin el spam) que se resolvieron, no se abrieron de nuevo y cuyo visitante no volvió por el mismo tema en 7 días. Quedan fuera los que aún no se pueden saber.',
  },
  reopened: {
    name: 'Abiertas de nuevo',
    short: 'Abiertas de nuevo',
    means: 'Episodios resueltos que el visitante abrió de nuevo, divididos por los resueltos.',
  },
  complaints: {
    name: 'Quejas resueltas',
    short: 'Quejas',
    means: 'Quejas que terminaron resueltas y que el cliente confirmó, divididas por todas las quejas.',
  },
  complaintTime: {
    name: 'Tiempo en resolver una queja',
    short: 'Queja resuelta en',
    means: 'Desde que se abre una queja hasta que termina resuelta. Las que no terminaron así cuentan como más largas.',
  },
  resolvedShare: {
    name: 'Resueltas',
    short: 'Resueltas',
    means: 'Episodios terminados con el resultado «resuelta», divididos por todos los terminados.',
  },
};
