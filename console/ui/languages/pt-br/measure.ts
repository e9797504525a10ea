import type { Language } from '../language.ts';

export const measure: Language['measure'] = {
  episodes: {
    name: 'Conversas',
    short: 'Conversas',
    means: 'Episódios abertos no período. Um que é aberto de novo depois de encerrado conta como um novo episódio.',
  },
  answered: {
    name: 'Respondidas',
    short: 'Respondidas',
    means:
      'Episódios em que um atendente respondeu pelo menos uma vez. As palavras de um robô ou de uma saudação não são resposta.',
  },
  abandoned: {
    name: 'Abandonadas',
    short: 'Abandonadas',
    means: 'Episódios que terminaram antes que um atendente respondesse: na fila, ou depois da atribuição.',
  },
  abandonedShare: {
    name: 'Abandonadas, parte',
    short: 'Abandonadas',
    means: 'Episódios abandonados divididos por todos os episódios, com o intervalo de Wilson de 95%.',
  },
  firstResponse: {
    name: 'Primeira resposta',
    short: 'Primeira resposta',
    means:
      'Tempo da primeira mensagem do visitante até a primeira resposta de uma pessoa, em cada episódio. Visitantes que nunca receberam resposta contam como quem espera mais (Kaplan–Meier), para que o número não seja lisonjeiro. O do meio (p50) vem na frente: metade esperou no máximo este tempo.',
  },
  firstResponseInHours: {
    name: 'Primeira resposta, no horário',
    short: 'No horário',
    means:
      'A parte do tempo da primeira resposta dentro do seu horário de atendimento, como estava em vigor na época. Quem responde mais tarde ao que chegou durante a noite não é lento por este número.',
  },
  response: {
    name: 'Todas as respostas',
    short: 'Todas as respostas',
    means:
      'Cada espera de uma conversa, creditada ao atendente que a terminou. Esperas sem resposta contam como mais longas.',
  },
  responseInHours: {
    name: 'Todas as respostas, no horário',
    short: 'Todas, no horário',
    means: 'A parte de cada espera dentro do seu horário de atendimento, como estava em vigor na época.',
  },
  responseWithoutQueue: {
    name: 'Todas as respostas, sem a fila',
    short: 'Sem a fila',
    means: 'Cada espera menos a parte que passou na fila: o que coube ao atendente.',
  },
  queueInHours: {
    name: 'Tempo na fila, no horário',
    short: 'Na fila, no horário',
    means: 'A parte do tempo na fila dentro do seu horário de atendimento, como estava em vigor na época.',
  },
  resolutionInHours: {
    name: 'Tempo de resolução, no horário',
    short: 'Resolução, no horário',
    means: 'A parte do tempo de resolução dentro do seu horário de atendimento, como estava em vigor na época.',
  },
  queue: {
    name: 'Tempo na fila',
    short: 'Na fila',
    means:
      'Da fila até um atendente, somado por todas as permanências de um episódio, nos episódios que um atendente teve.',
  },
  resolution: {
    name: 'Tempo de resolução',
    short: 'Resolução',
    means: 'Da abertura de um episódio até o fim dele.',
  },
  handling: {
    name: 'Tempo de atendimento',
    short: 'Atendimento',
    means: 'A parte de um episódio em que um atendente o teve.',
  },
  serviceLevel: {
    name: 'Dentro da meta',
    short: 'Na meta',
    means:
      'Esperas respondidas dentro da sua meta, divididas por todas as esperas. Esperas sem resposta contam como perdidas. A meta é definida em Configurações, para todos, para um departamento ou um segmento. Quando só o horário de atendimento conta, a espera para enquanto está fechado.',
  },
  csat: {
    name: 'Satisfação (CSAT)',
    short: 'Satisfação',
    means:
      'Avaliações de 4 ou 5 divididas por todas as avaliações, uma vez por episódio, com o intervalo de Wilson de 95%. Com menos de 10 avaliações, a parte diz pouco. Onde dois atendentes atenderam, uma avaliação é repartida pelas mensagens deles.',
  },
  responseRate: {
    name: 'Avaliadas',
    short: 'Avaliadas',
    means: 'Episódios com uma avaliação, divididos pelos terminados cujos visitantes poderiam ter dado uma.',
  },
  firstContact: {
    name: 'Resolvidas no primeiro contato',
    short: 'Primeiro contato',
    means:
      'Episódios terminados (sem contar spam) que foram resolvidos, não foram abertos de novo e cujo visitante não voltou com o mesmo assunto em 7 dias. Aqueles para os quais é cedo demais para saber ficam de fora.',
  },
  reopened: {
    name: 'Abertas de novo',
    short: 'Abertas de novo',
    means: 'Episódios resolvidos que o visitante abriu de novo, divididos pelos resolvidos.',
  },
  complaints: {
    name: 'Reclamações resolvidas',
    short: 'Reclamações',
    means: 'Reclamações que terminaram resolvidas e que o cliente confirmou, divididas por todas as reclamações.',
  },
  complaintTime: {
    name: 'Tempo para resolver uma reclamação',
    short: 'Reclamação resolvida em',
    means:
      'Da abertura de uma reclamação até seu fim resolvido. Reclamações que não terminaram assim contam como mais longas.',
  },
  resolvedShare: {
    name: 'Resolvidas',
    short: 'Resolvidas',
    means: 'Episódios terminados cujo resultado é “resolvida”, divididos por todos os terminados.',
  },
};
