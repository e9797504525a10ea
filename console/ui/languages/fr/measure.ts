import type { Language } from '../language.ts';

export const measure: Language['measure'] = {
  episodes: {
    name: 'Conversations',
    short: 'Conversations',
    means:
      'Épisodes ouverts dans la période. Un épisode rouvert après avoir été terminé compte comme un nouvel épisode.',
  },
  answered: {
    name: 'Avec réponse',
    short: 'Avec réponse',
    means:
      'Épisodes dans lesquels un agent a répondu au moins une fois. Les mots d’un bot ou d’un accueil ne sont pas une réponse.',
  },
  abandoned: {
    name: 'Abandonnées',
    short: 'Abandonnées',
    means: 'Épisodes terminés avant qu’un agent ne réponde : dans la file, ou après l’attribution.',
  },
  abandonedShare: {
    name: 'Abandonnées, part',
    short: 'Abandonnées',
    means: 'Épisodes abandonnés divisés par tous les épisodes, avec l’intervalle de Wilson à 95 %.',
  },
  firstResponse: {
    name: 'Première réponse',
    short: 'Première réponse',
    means:
      'Temps entre le premier message du visiteur et la première réponse d’une personne, dans chaque épisode. Les visiteurs restés sans réponse comptent comme ayant attendu plus longtemps (Kaplan–Meier), pour que le chiffre ne flatte pas. La valeur du milieu (p50) vient en premier : la moitié a attendu au plus aussi longtemps.',
  },
  firstResponseInHours: {
    name: 'Première réponse, heures ouvertes',
    short: 'Heures ouvertes',
    means:
      'La partie du temps de première réponse comprise dans vos heures d’ouverture, telles qu’elles étaient alors en vigueur. Qui répond le soir à ce qui est arrivé la nuit n’est pas lent selon ce chiffre.',
  },
  response: {
    name: 'Chaque réponse',
    short: 'Chaque réponse',
    means:
      'Chaque attente d’une conversation, attribuée à l’agent qui y a mis fin. Les attentes sans réponse comptent comme plus longues.',
  },
  responseInHours: {
    name: 'Chaque réponse, heures ouvertes',
    short: 'Chaque, h. ouvertes',
    means:
      'La partie de chaque attente comprise dans vos heures d’ouverture, telles qu’elles étaient alors en vigueur.',
  },
  responseWithoutQueue: {
    name: 'Chaque réponse, sans la file',
    short: 'Sans la file',
    means: 'Chaque attente moins la partie passée dans la file : ce qui revenait à l’agent.',
  },
  queueInHours: {
    name: 'Temps dans la file, heures ouvertes',
    short: 'File, h. ouvertes',
    means:
      'La partie du temps dans la file comprise dans vos heures d’ouverture, telles qu’elles étaient alors en vigueur.',
  },
  resolutionInHours: {
    name: 'Temps de résolution, heures ouvertes',
    short: 'Résolution, h. ouvertes',
    means:
      'La partie du temps de résolution comprise dans vos heures d’ouverture, telles qu’elles étaient alors en vigueur.',
  },
  queue: {
    name: 'Temps dans la file',
    short: 'Dans la file',
    means:
      'De la file jusqu’à un agent, additionné sur tous les passages d’un épisode, pour les épisodes qu’un agent a eus.',
  },
  resolution: {
    name: 'Temps de résolution',
    short: 'Résolution',
    means: 'De l’ouverture d’un épisode à sa fin.',
  },
  handling: {
    name: 'Temps de traitement',
    short: 'Traitement',
    means: 'La partie d’un épisode pendant laquelle un agent l’avait.',
  },
  serviceLevel: {
    name: 'Dans l’objectif',
    short: 'Dans l’objectif',
    means:
      'Attentes ayant reçu une réponse dans votre objectif, divisées par toutes les attentes. Les attentes sans réponse comptent comme manquées. L’objectif se règle dans les Paramètres, pour tous, pour un service ou un segment. Si seules les heures d’ouverture comptent, l’attente s’arrête pendant la fermeture.',
  },
  csat: {
    name: 'Satisfaction (CSAT)',
    short: 'Satisfaction',
    means:
      'Évaluations de 4 ou 5 divisées par toutes les évaluations, une fois par épisode, avec l’intervalle de Wilson à 95 %. En dessous de 10 évaluations, la part dit peu. Si deux agents ont répondu, une évaluation est partagée selon leurs messages.',
  },
  responseRate: {
    name: 'Évaluées',
    short: 'Évaluées',
    means:
      'Épisodes avec une évaluation, divisés par les épisodes terminés dont les visiteurs auraient pu en donner une.',
  },
  firstContact: {
    name: 'Résolues au premier contact',
    short: 'Premier contact',
    means:
      'Épisodes terminés (hors spam) qui ont été résolus, n’ont pas été rouverts, et dont le visiteur n’est pas revenu sur le même sujet dans les 7 jours. Ceux pour lesquels il est trop tôt pour le savoir sont laissés de côté.',
  },
  reopened: {
    name: 'Rouvertes',
    short: 'Rouvertes',
    means: 'Épisodes résolus que le visiteur a rouverts, divisés par les épisodes résolus.',
  },
  complaints: {
    name: 'Réclamations résolues',
    short: 'Réclamations',
    means: 'Réclamations terminées comme résolues et confirmées par le client, divisées par toutes les réclamations.',
  },
  complaintTime: {
    name: 'Temps de résolution d’une réclamation',
    short: 'Réclamation résolue en',
    means:
      'De l’ouverture d’une réclamation à sa fin résolue. Les réclamations qui n’ont pas fini ainsi comptent comme plus longues.',
  },
  resolvedShare: {
    name: 'Résolues',
    short: 'Résolues',
    means: 'Épisodes terminés dont l’issue est « résolue », divisés par tous les épisodes terminés.',
  },
};
