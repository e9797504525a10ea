import type { Language } from '../language.ts';

export const business: Language['business'] = {
  association:
    'Tout ceci est une association, pas une cause : qui a été bien servi et est revenu serait peut-être revenu de toute façon. Les chiffres disent où regarder.',
  none: '–',
  notReached: 'pas encore connu',
  everybody: 'Tous',
  between: (low, high) => `95 % entre ${low} et ${high}`,
  unknown: (count) => `trop récents pour le dire : ${count}`,
  measures: {
    promises: {
      name: 'Promesses tenues',
      means:
        'Parmi les attentes annoncées aux visiteurs, celles qui se sont terminées à temps par une réponse. Qui est parti avant l’échéance ne compte pas.',
    },
    repeat: {
      name: 'Avaient déjà acheté',
      means: 'Parmi les personnes qui ont commandé dans cette période, celles qui avaient déjà commandé auparavant.',
    },
    conversion: {
      name: 'Ont commandé après un chat',
      means:
        'Parmi les conversations commencées avant ou pendant un achat, celles dont la personne a commandé dans les 7 jours.',
    },
    retention: {
      name: 'Ont commandé à nouveau',
      means:
        'Parmi les personnes qui ont commandé dans cette période, celles qui ont commandé à nouveau dans les 90 jours. Qui a commandé il y a moins de 90 jours n’est pas encore connu, même en cas de nouvelle commande.',
    },
  },
  service: 'Attentes annoncées',
  orders: 'Commandes et chats',
  noOrders: 'Aucune commande de cette période n’est connue.',
  noOrdersHint:
    'Laissez votre serveur signaler les commandes, ou importez un fichier : POST /api/v1/import/orders. La marche à suivre est dans docs/business.md. Fidélisation, conversion et chiffre d’affaires en ont besoin.',
  orderCount: (orders, people) => `Commandes : ${orders} · Personnes : ${people}`,
  orderTrust: (checked, claimed, unlinked, fresh) =>
    `Signalées par votre serveur : ${checked} · personne nommée seulement par une page : ${claimed} · de personne de connu ici : ${unlinked} · premiers achats : ${fresh}`,
  pagesOnly:
    'Seules des pages ont signalé ces commandes. Elles sont connues tant que le chat est connecté ; il manque donc celles des personnes qui n’ont jamais écrit ou dont le chat était déjà clos : faites signaler les commandes par votre serveur.',
  checkedOnly: 'Seulement les commandes signalées par votre serveur ou votre équipe',
  stages: { before: 'avant', during: 'pendant', after: 'après', unknown: 'inconnu' },
  stagesOf: 'Conversations selon l’étape de l’achat',
  conversionOf: (stage) => `… commencées ${stage} un achat`,
  retention: 'Qui est revenu dans les 90 jours',
  byContact: 'Selon le dernier contact évalué autour de la commande',
  byResponse: 'Selon la première réponse du dernier contact',
  bySegment: 'Par type de client',
  noSegment: 'Type non indiqué',
  contacts: {
    rated_good: 'Évaluation de 4 ou 5',
    rated_bad: 'Évaluation de 1 à 3',
    not_rated: 'En contact, sans évaluation',
    no_contact: 'Jamais en contact',
  },
  responses: {
    minute: 'Réponse en moins d’une minute',
    five_minutes: 'En moins de cinq minutes',
    later: 'Plus tard',
    never: 'Jamais de réponse',
  },
  retentionNote:
    'Un contact compte de 90 jours avant la commande à 14 jours après, et avant la commande suivante. La ligne fine est la part de l’ensemble.',
  revenue: 'Chiffre d’affaires',
  revenueMeans:
    'Ce qui a été commandé dans cette période ; les devises restent séparées, car personne ici ne connaît leurs cours.',
  atRisk: {
    unanswered: 'À risque : dernier contact sans réponse',
    rated_bad: 'À risque : dernier contact évalué de 1 à 3',
  },
  atRiskNote:
    'Personnes qui avaient commandé dans l’année précédente et n’ont rien commandé depuis ce contact, avec ce qu’elles avaient commandé alors : ce qui peut être perdu, pas ce qui l’est.',
  peopleAtRisk: 'Personnes à risque',
  ofSome:
    'D’une partie des conversations : les personnes sont là où est leur dernière conversation autour de la commande (pour un site : là où elles ont commandé), et les commandes avec leurs personnes ; qui n’a eu aucune conversation ne compte que dans l’ensemble. Le coût du marketing n’est pas connu pour une partie. Le temps de l’équipe est celui de tous ou d’un agent.',
  nobody: 'personne',
  people: (count) => (count === '0' || count === '1' ? `${count} personne` : `${count} personnes`),
  worth: (amount) => `${amount} dans l’année précédente`,
  each: (mean, off) => `${mean} chacune${off === null ? '' : `, ${off}`}`,
  costs: 'Ce que cela coûte',
  costsMeans:
    'Le temps des agents avec une conversation, selon ce que leur heure coûtait alors ; une minute avec trois conversations coûte un tiers à chacune.',
  noCosts:
    'Dites ce que coûte l’heure d’un agent, et dans quelle devise ; ceci dira alors ce que coûte une conversation.',
  setCosts: 'Paramètres : coûts',
  perConversation: 'Une conversation',
  total: 'Toutes les conversations de la période',
  retain: 'Garder un client qui est revenu',
  acquire: 'Gagner un nouveau client',
  ratio: 'Garder par rapport à gagner',
  ratioOf: (ratio) => `${ratio} : 1`,
  noMarketing: 'le marketing de cette période n’est pas connu pour toute sa durée, ou pas pour un seul site',
  version: (version) => `Selon la version ${version} des coûts.`,
  team: 'Temps de l’équipe',
  teamMeans:
    'En poste : une console était connectée. Disponible : de ce temps, hors absence. Occupé : du temps disponible, avec au moins une conversation.',
  teamRows:
    'Ce sont des durées tirées du registre des arrivées et départs de l’équipe ; aucune conversation ne se trouve derrière.',
  agent: 'Agent',
  shift: 'En poste',
  available: 'Disponible',
  busy: 'Occupé',
  lists: {
    promises: 'Attentes annoncées',
    retention: 'Personnes qui ont commandé, selon leur première commande de la période',
    repeat: 'Personnes qui ont commandé, et si elles l’avaient déjà fait',
    conversion: 'Conversations avant et pendant un achat',
    atRisk: 'Derniers contacts des personnes à risque',
    orders: 'Commandes de la période',
    costs: 'Conversations de la période, et le coût de chacune',
  },
  saidBy: { server: 'Votre serveur ou votre équipe', page: 'Une page seulement' },
  amount: 'Montant',
  verdicts: { hit: 'compte', miss: 'ne compte pas', unknown: 'trop récent pour le dire' },
  verdict: 'Compte',
  group: 'Groupe',
  when: 'Quand',
  what: 'Quoi',
  openChat: 'Conversation',
  order: (id) => `Commande ${id}`,

  forecast: {
    leftOut:
      'Qui aura une conversation, comment elle finira, comment elle sera notée et quand elle viendra n’est pas connu d’avance : les filtres de ce genre ne s’appliquent pas ici.',
    noRows:
      'Derrière une prévision il n’y a pas de conversations. Dans son tableau, « Venues pendant celles-ci » ouvre celles des semaines passées dont elle est faite.',
    title: 'La semaine prochaine',
    unit: 'conversations attendues dans chaque heure, d’après la même heure des huit dernières semaines',
    staff: 'Agents nécessaires',
    staffUnit: (share, target) => `en poste, pour que ${share} des attentes se terminent en moins de ${target}`,
    closed: 'fermé',
    corner: 'Jour',
    cell: (day, hour, value, low, high, weeks) =>
      `${day} ${hour} : ${value}, 95 % entre ${low} et ${high}, d’après ${weeks} ${weeks === '1' ? 'semaine' : 'semaines'}`,
    staffCell: (day, hour, agents, high, planned) =>
      `${day} ${hour} : ${agents} en poste (${high} pour une heure chargée), ${planned} à prévoir`,
    hour: 'Heure',
    expected: 'Attendu',
    low: 'Bas',
    high: 'Haut',
    weeks: 'Semaines',
    came: 'Venues pendant celles-ci',
    agents: 'Agents',
    agentsHigh: 'Pour la limite haute',
    planned: 'À prévoir',
    handling: (mean, n) => `Une conversation prend ${mean} en moyenne (n = ${n}, les 30 derniers jours).`,
    noHandling:
      'Moins de 20 conversations se sont terminées ces 30 derniers jours : trop peu pour dire combien d’agents il faut.',
    by: (chats, busy, away) =>
      `Calculé selon Erlang C, avec ${chats} ${chats < 2 ? 'conversation' : 'conversations'} à la fois par agent, occupé au plus ${busy} du temps, et ${away} de temps payé hors du poste.`,
    change: 'Modifier cela',
    few: (weeks) =>
      weeks === 0
        ? 'Il n’y a pas encore une semaine entière d’historique. Ce qui est montré est une estimation d’après des jours.'
        : `Seulement ${weeks === 1 ? 'une semaine' : `${weeks} semaines`} d’historique : les intervalles sont larges, et un seul jour inhabituel pèse beaucoup.`,
    none: 'Rien n’est encore connu : la prévision a besoin de conversations passées.',
    total: (expected, low, high) =>
      `${expected} conversations dans les sept prochains jours, environ ${low} à ${high}.`,
    zone: (zone) => `Heures de ${zone}. Les heures fermées n’ont besoin de personne et n’ont pas de chiffre.`,
  },
};
