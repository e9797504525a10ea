import type { Language } from '../language.ts';

export const business: Language['business'] = {
  association:
    'Tudo isto é associação, não causa: quem foi bem atendido e voltou talvez voltasse de qualquer forma. Os números dizem onde olhar.',
  none: '–',
  notReached: 'ainda não se sabe',
  everybody: 'Todos',
  between: (low, high) => `95% entre ${low} e ${high}`,
  unknown: (count) => (count === '1' ? '1 recente demais para saber' : `${count} recentes demais para saber`),
  measures: {
    promises: {
      name: 'Promessas cumpridas',
      means:
        'Das esperas que foram ditas aos visitantes, as que terminaram com uma resposta a tempo. Quem saiu antes do prazo não conta.',
    },
    repeat: {
      name: 'Já tinham comprado',
      means: 'Das pessoas que fizeram pedidos neste período, as que já tinham feito pedidos antes dele.',
    },
    conversion: {
      name: 'Fizeram pedido depois de um chat',
      means:
        'Das conversas que começaram antes ou durante uma compra, aquelas cuja pessoa fez um pedido em até 7 dias.',
    },
    retention: {
      name: 'Fizeram pedido de novo',
      means:
        'Das pessoas que fizeram pedidos neste período, as que fizeram outro em até 90 dias. De quem fez um pedido há menos de 90 dias ainda não se sabe, mesmo que já tenha feito outro.',
    },
  },
  service: 'Esperas prometidas',
  orders: 'Pedidos e chats',
  noOrders: 'Nenhum pedido deste período é conhecido.',
  noOrdersHint:
    'Faça seu servidor informar os pedidos, ou importe um arquivo: POST /api/v1/import/orders. Como fazer está em docs/business.md. Retenção, conversão e receita precisam deles.',
  orderCount: (orders, people) =>
    `${orders === '1' ? '1 pedido' : `${orders} pedidos`} de ${people === '1' ? '1 pessoa' : `${people} pessoas`}`,
  orderTrust: (checked, claimed, unlinked, fresh) =>
    `Informados pelo seu servidor: ${checked} · com pessoa nomeada só por uma página: ${claimed} · de ninguém conhecido aqui: ${unlinked} · pessoas que compraram pela primeira vez: ${fresh}`,
  pagesOnly:
    'Só páginas informaram estes pedidos. Sabe-se deles enquanto o chat está conectado; faltam, portanto, os de quem nunca escreveu ou cujo chat já estava encerrado: faça seu servidor informar os pedidos.',
  checkedOnly: 'Só pedidos que seu servidor ou sua equipe informou',
  stages: { before: 'antes', during: 'durante', after: 'depois', unknown: 'não se sabe' },
  stagesOf: 'Conversas por onde a compra estava',
  conversionOf: (stage) => `… que começaram ${stage === 'durante' ? stage : `${stage} de`} uma compra`,
  retention: 'Quem voltou em até 90 dias',
  byContact: 'Pelo último contato avaliado em torno do pedido',
  byResponse: 'Pela primeira resposta no último contato',
  bySegment: 'Por tipo de cliente',
  noSegment: 'Nenhum tipo informado',
  contacts: {
    rated_good: 'Avaliado com 4 ou 5',
    rated_bad: 'Avaliado com 1 a 3',
    not_rated: 'Em contato, sem avaliação',
    no_contact: 'Nunca em contato',
  },
  responses: {
    minute: 'Respondido em até um minuto',
    five_minutes: 'Em até cinco minutos',
    later: 'Mais tarde',
    never: 'Nunca respondido',
  },
  retentionNote:
    'Um contato conta de 90 dias antes do pedido até 14 dias depois dele, e antes do próximo pedido. A linha fina é a parte de todos.',
  revenue: 'Receita',
  revenueMeans:
    'O que as pessoas pediram neste período; as moedas ficam separadas, porque aqui ninguém conhece as cotações.',
  atRisk: {
    unanswered: 'Em risco: último contato sem resposta',
    rated_bad: 'Em risco: último contato avaliado com 1 a 3',
  },
  atRiskNote:
    'Pessoas que tinham feito pedidos no ano anterior e não fizeram mais desde esse contato, com o que pediram então: o que pode se perder, não o que está perdido.',
  peopleAtRisk: 'Pessoas em risco',
  ofSome:
    'De uma parte das conversas: as pessoas ficam onde está sua última conversa em torno do pedido (de um site: onde pediram), e os pedidos com suas pessoas; quem não teve nenhuma conversa conta só no total. O custo do marketing não é conhecido de uma parte. O tempo da equipe é o de todos ou o de um agente.',
  nobody: 'ninguém',
  people: (count) => (count === '1' ? '1 pessoa' : `${count} pessoas`),
  worth: (amount) => `${amount} no ano anterior`,
  each: (mean, off) => `${mean} cada${off === null ? '' : `, ${off}`}`,
  costs: 'Quanto custa',
  costsMeans:
    'O tempo dos atendentes com uma conversa pelo que sua hora custava então; um minuto com três conversas custa um terço a cada uma.',
  noCosts: 'Diga quanto custa a hora de um atendente, e em qual moeda; então isto diz quanto custa uma conversa.',
  setCosts: 'Configurações: custos',
  perConversation: 'Uma conversa',
  total: 'Todas as conversas do período',
  retain: 'Para manter um cliente que voltou',
  acquire: 'Para conquistar um novo cliente',
  ratio: 'Manter em comparação com conquistar',
  ratioOf: (ratio) => `${ratio} : 1`,
  noMarketing: 'o marketing deste período não é conhecido para todo ele, ou não para um site sozinho',
  version: (version) => `Pela versão ${version} dos custos.`,
  team: 'Tempo da equipe',
  teamMeans:
    'Em turno: um console estava conectado. Disponível: desse tempo, não estava ausente. Ocupado: do tempo disponível, com pelo menos uma conversa.',
  teamRows: 'São tempos do registro de entradas e saídas da equipe; não há conversas por trás deles.',
  agent: 'Atendente',
  shift: 'Em turno',
  available: 'Disponível',
  busy: 'Ocupado',
  lists: {
    promises: 'Esperas prometidas',
    retention: 'Pessoas que fizeram pedidos, pelo primeiro pedido do período',
    repeat: 'Pessoas que fizeram pedidos, e se já tinham feito antes',
    conversion: 'Conversas antes e durante uma compra',
    atRisk: 'Últimos contatos de pessoas em risco',
    orders: 'Pedidos do período',
    costs: 'Conversas do período e quanto custou cada uma',
  },
  saidBy: { server: 'Seu servidor ou sua equipe', page: 'Apenas uma página' },
  amount: 'Valor',
  verdicts: { hit: 'conta', miss: 'não conta', unknown: 'recente demais para saber' },
  verdict: 'Conta',
  group: 'Grupo',
  when: 'Quando',
  what: 'O quê',
  openChat: 'Conversa',
  order: (id) => `Pedido ${id}`,

  forecast: {
    leftOut:
      'Quem terá uma conversa, como ela terminará, como será avaliada e quando virá não se sabe de antemão: os filtros por isso não valem aqui.',
    noRows:
      'Não há conversas por trás de uma previsão. Na tabela dela, “Chegaram nelas” abre as das semanas passadas de que ela é feita.',
    title: 'Próxima semana',
    unit: 'conversas esperadas em cada hora, a partir da mesma hora das últimas oito semanas',
    staff: 'Atendentes necessários',
    staffUnit: (share, target) => `à mesa, para que ${share} das esperas terminem em até ${target}`,
    closed: 'fechado',
    corner: 'Dia',
    cell: (day, hour, value, low, high, weeks) =>
      `${day} ${hour}: ${value}, 95% entre ${low} e ${high}, de ${weeks === '1' ? '1 semana' : `${weeks} semanas`}`,
    staffCell: (day, hour, agents, high, planned) =>
      `${day} ${hour}: ${agents} à mesa (${high} em uma hora cheia), ${planned} a planejar`,
    hour: 'Hora',
    expected: 'Esperado',
    low: 'Mínimo',
    high: 'Máximo',
    weeks: 'Semanas',
    came: 'Chegaram nelas',
    agents: 'Atendentes',
    agentsHigh: 'Para o máximo',
    planned: 'A planejar',
    handling: (mean, n) => `Uma conversa leva ${mean} em média (n = ${n}, os últimos 30 dias).`,
    noHandling:
      'Menos de 20 conversas terminaram nos últimos 30 dias: poucas para dizer quantos atendentes são necessários.',
    by: (chats, busy, away) =>
      `Calculado por Erlang C, com ${chats === 1 ? '1 conversa' : `${chats} conversas`} ao mesmo tempo para cada atendente, ocupado no máximo ${busy} do tempo, e ${away} de tempo pago longe da mesa.`,
    change: 'Alterar isto',
    few: (weeks) => {
      if (weeks === 0)
        return 'Ainda não há uma semana inteira de histórico. O que é mostrado é um palpite a partir de dias.';
      return `Só ${weeks === 1 ? 'uma semana' : `${weeks} semanas`} de histórico: os intervalos são largos, e um único dia estranho pesa muito.`;
    },
    none: 'Nada se sabe ainda: a previsão precisa de conversas do passado.',
    total: (expected, low, high) => `${expected} conversas nos próximos sete dias, cerca de ${low} a ${high}.`,
    zone: (zone) => `Horários de ${zone}. Horas fechadas não precisam de ninguém e não têm número.`,
  },
};
