import type { Language } from '../language.ts';

export const business: Language['business'] = {
  association:
    'Todo esto es relación, no causa: quien fue bien atendido y volvió quizá habría vuelto de todos modos. Las cifras dicen dónde mirar.',
  none: '–',
  notReached: 'todavía no se sabe',
  everybody: 'Todos',
  between: (low, high) => `95 % entre ${low} y ${high}`,
  unknown: (count) => `${count} demasiado recientes`,
  measures: {
    promises: {
      name: 'Esperas cumplidas',
      means:
        'De las esperas que se anunciaron a los visitantes, las que terminaron a tiempo con una respuesta. Quien se fue antes no cuenta.',
    },
    repeat: {
      name: 'Ya habían comprado',
      means: 'De las personas que hicieron un pedido en este periodo, las que ya lo habían hecho antes.',
    },
    conversion: {
      name: 'Pidieron después de un chat',
      means:
        'De las conversaciones que empezaron antes o durante una compra, aquellas cuya persona hizo un pedido en 7 días.',
    },
    retention: {
      name: 'Volvieron a pedir',
      means:
        'De las personas que hicieron un pedido en este periodo, las que pidieron de nuevo en 90 días. De quien pidió hace menos de 90 días todavía no se sabe, aunque haya vuelto a pedir.',
    },
  },
  service: 'Esperas anunciadas',
  orders: 'Pedidos y chats',
  noOrders: 'No se conoce ningún pedido de este periodo.',
  noOrdersHint:
    'Haga que su servidor comunique los pedidos o importe un archivo: POST /api/v1/import/orders. Cómo se dice en docs/business.md. La retención, la conversión y los ingresos los necesitan.',
  orderCount: (orders, people) => `${orders} pedidos de ${people} personas`,
  orderTrust: (checked, claimed, unlinked, fresh) =>
    `${checked} comunicados por su servidor · ${claimed} cuya persona solo nombró una página · ${unlinked} de nadie conocido aquí · ${fresh} personas compraron por primera vez`,
  pagesOnly:
    'Solo las páginas comunicaron estos pedidos. Se sabe de ellos mientras el chat está conectado, así que faltan los de quienes nunca escribieron o cuyo chat ya había terminado: haga que su servidor comunique los pedidos.',
  checkedOnly: 'Solo pedidos que comunicó su servidor o su equipo',
  stages: { before: 'antes de', during: 'durante', after: 'después de', unknown: 'no se sabe' },
  stagesOf: 'Conversaciones según dónde estaba la compra',
  conversionOf: (stage) => `… que empezaron ${stage} una compra`,
  retention: 'Quién volvió en 90 días',
  byContact: 'Según el último contacto valorado en torno al pedido',
  byResponse: 'Según la primera respuesta del último contacto',
  bySegment: 'Según el tipo de cliente',
  noSegment: 'Sin tipo',
  contacts: {
    rated_good: 'Valorado con 4 o 5',
    rated_bad: 'Valorado de 1 a 3',
    not_rated: 'En contacto, sin valorar',
    no_contact: 'Nunca en contacto',
  },
  responses: {
    minute: 'Respondido en un minuto',
    five_minutes: 'En cinco minutos',
    later: 'Más tarde',
    never: 'Nunca respondido',
  },
  retentionNote:
    'Un contacto cuenta desde 90 días antes del pedido hasta 14 días después, y antes del siguiente. La línea fina es la parte de todos.',
  revenue: 'Ingresos',
  revenueMeans: 'Lo que se pidió en este periodo; las monedas van aparte, porque aquí nadie conoce sus cambios.',
  atRisk: {
    unanswered: 'En riesgo: último contacto sin respuesta',
    rated_bad: 'En riesgo: último contacto valorado de 1 a 3',
  },
  atRiskNote:
    'Personas que habían hecho pedidos en el año anterior y no los han hecho desde ese contacto, con lo que pidieron entonces: lo que puede perderse, no lo perdido.',
  peopleAtRisk: 'Personas en riesgo',
  ofSome:
    'De una parte de las conversaciones: las personas están donde está su última conversación en torno al pedido (de un sitio: donde pidieron), y los pedidos con sus personas; quien no tuvo ninguna conversación cuenta solo en el total. Lo que costó el marketing no se conoce de una parte. El tiempo del equipo es el de todos o el de un agente.',
  nobody: 'nadie',
  people: (count) => (count === '1' ? '1 persona' : `${count} personas`),
  worth: (amount) => `${amount} en el año anterior`,
  each: (mean, off) => `${mean} cada una${off === null ? '' : `, ${off}`}`,
  costs: 'Cuánto cuesta',
  costsMeans:
    'El tiempo de los agentes con una conversación por lo que costaba entonces su hora; un minuto con tres conversaciones cuesta a cada una un tercio.',
  noCosts:
    'Diga cuánto cuesta la hora de un agente y en qué moneda; entonces aquí se dice cuánto cuesta una conversación.',
  setCosts: 'Ajustes: costes',
  perConversation: 'Una conversación',
  total: 'Todas las conversaciones del periodo',
  retain: 'Conservar a un cliente que volvió',
  acquire: 'Ganar un cliente nuevo',
  ratio: 'Conservar frente a ganar',
  ratioOf: (ratio) => `${ratio} : 1`,
  noMarketing: 'el marketing de este periodo no se conoce entero, o no para un solo sitio',
  version: (version) => `Según la versión ${version} de los costes.`,
  team: 'Tiempo del equipo',
  teamMeans:
    'De turno: había una consola conectada. Disponible: de eso, sin estar ausente. Ocupado: del tiempo disponible, con al menos una conversación.',
  teamRows: 'Son tiempos del registro de entradas y salidas del equipo; detrás de ellos no hay conversaciones.',
  agent: 'Agente',
  shift: 'De turno',
  available: 'Disponible',
  busy: 'Ocupado',
  lists: {
    promises: 'Esperas anunciadas',
    retention: 'Personas que pidieron, por su primer pedido del periodo',
    repeat: 'Personas que pidieron, y si ya lo habían hecho',
    conversion: 'Conversaciones antes y durante una compra',
    atRisk: 'Últimos contactos de personas en riesgo',
    orders: 'Pedidos del periodo',
    costs: 'Conversaciones del periodo y lo que costó cada una',
  },
  saidBy: { server: 'Su servidor o su equipo', page: 'Solo una página' },
  amount: 'Importe',
  verdicts: { hit: 'cuenta', miss: 'no cuenta', unknown: 'demasiado reciente' },
  verdict: 'Cuenta',
  group: 'Grupo',
  when: 'Cuándo',
  what: 'Qué',
  openChat: 'Conversación',
  order: (id) => `Pedido ${id}`,

  forecast: {
    leftOut:
      'Quién tendrá una conversación, cómo acabará, cómo se valorará y cuándo llegará no se sabe de antemano: los filtros por ello no se aplican aquí.',
    noRows:
      'Detrás de una previsión no hay conversaciones. En su tabla, «Llegaron en ellas» abre las de las semanas pasadas de las que está hecha.',
    title: 'La próxima semana',
    unit: 'conversaciones esperadas en cada hora, según la misma hora de las últimas ocho semanas',
    staff: 'Agentes necesarios',
    staffUnit: (share, target) => `en su puesto, para que ${share} de las esperas terminen en ${target}`,
    closed: 'cerrado',
    corner: 'Día',
    cell: (day, hour, value, low, high, weeks) =>
      `${day} ${hour}: ${value}, 95 % entre ${low} y ${high}, de ${weeks} semanas`,
    staffCell: (day, hour, agents, high, planned) =>
      `${day} ${hour}: ${agents} en su puesto (${high} en una hora de mucho), ${planned} por planificar`,
    hour: 'Hora',
    expected: 'Esperadas',
    low: 'Bajo',
    high: 'Alto',
    weeks: 'Semanas',
    came: 'Llegaron en ellas',
    agents: 'Agentes',
    agentsHigh: 'Para el extremo alto',
    planned: 'Por planificar',
    handling: (mean, n) => `Una conversación dura de media ${mean} (n = ${n}, los últimos 30 días).`,
    noHandling:
      'Terminaron menos de 20 conversaciones en los últimos 30 días: muy pocas para decir cuántos agentes hacen falta.',
    by: (chats, busy, away) =>
      `Calculado con Erlang C, con ${chats} conversaciones a la vez por agente, ocupado como mucho ${busy} del tiempo, y ${away} de tiempo pagado fuera del puesto.`,
    change: 'Cambiar esto',
    few: (weeks) =>
      weeks === 0
        ? 'Todavía no hay una semana completa. Lo que se muestra es una estimación a partir de días.'
        : `Solo hay ${weeks === 1 ? 'una semana' : `${weeks} semanas`} de historia: los intervalos son anchos, y un solo día raro pesa mucho.`,
    none: 'Todavía no se sabe nada: la previsión necesita conversaciones pasadas.',
    total: (expected, low, high) =>
      `${expected} conversaciones en los próximos siete días, entre ${low} y ${high} más o menos.`,
    zone: (zone) => `Horas de ${zone}. Las horas cerradas no necesitan a nadie y no llevan cifra.`,
  },
};
