import type { Language } from '../language.ts';

/** French. */
export const language: Language<'one'> = {
  panel: {
    lang: 'fr',
    dir: 'ltr',

    chat: 'Chat',
    openChat: 'Ouvrir le chat',
    closeChat: 'Fermer le chat',
    close: 'Fermer',
    messages: 'Messages',
    message: 'Message',
    send: 'Envoyer',
    endChat: 'Terminer le chat',
    writeHint: 'Entrée envoie, Maj + Entrée va à la ligne',
    placeholder: 'Écrivez un message',
    newMessages: 'Nouveaux messages',
    earlier: 'Afficher les messages précédents',
    you: 'Vous',
    team: 'Notre équipe',
    today: 'Aujourd’hui',
    yesterday: 'Hier',
    unread: { one: '{count} nouveau message', other: '{count} nouveaux messages' },
    left: { one: '{count} caractère restant', other: '{count} caractères restants' },
    over: { one: '{count} caractère de trop', other: '{count} caractères de trop' },

    greeting: 'Bonjour. Comment pouvons-nous vous aider ?',
    greetingMore: 'Écrivez-nous ici. Vous pouvez continuer à lire la page en attendant.',
    here: 'Quelqu’un est là pour vous répondre',
    nobody: 'Personne n’est disponible pour le moment',
    nobodyMore:
      'Laissez votre message. Il attend ici, et la première personne de retour le lira. Avec votre adresse e-mail, nous pouvons aussi vous répondre par ce moyen.',
    full: 'Beaucoup de personnes attendent en ce moment',
    queued: 'Vous êtes dans la file d’attente ; quelqu’un sera bientôt avec vous',
    requeued: 'Une autre personne sera bientôt avec vous',
    active: 'À votre écoute',
    ended: 'Ce chat est terminé',
    rests: 'Écrivez-nous',
    goesOn: 'Écrivez pour continuer ce chat',

    leaveMessage: 'Laisser un message',

    pending: 'Envoi en cours',
    sent: 'Envoyé',
    delivered: 'Remis',
    read: 'Lu',
    retry: 'Réessayer',
    typing: '{name} est en train d’écrire',

    joined: '{name} a rejoint le chat',

    connecting: 'Connexion en cours',
    behind: 'De nouveaux messages arrivent',
    offline:
      'Il n’y a pas de connexion pour le moment. Ce que vous écrivez est conservé ici et sera envoyé dès son retour.',

    viewFailed: 'Cette partie du chat n’a pas pu être chargée.',

    blocked: 'Le chat n’est pas disponible ici',
  },
  ended: {
    rate: 'Comment s’est passé ce chat ?',
    scores: ['1 sur 5', '2 sur 5', '3 sur 5', '4 sur 5', '5 sur 5'],
    scoreWords: ['Très mal', 'Mal', 'Correct', 'Bien', 'Très bien'],
    comment: 'Commentaire',
    commentMore: 'Que devons-nous garder ou améliorer ?',
    sendRating: 'Envoyer la note',
    sendingRating: 'Envoi de votre note',
    skip: 'Passer',
    ratingFailed: 'Nous n’avons pas pu envoyer votre note. Votre choix est conservé ici ; merci de réessayer.',
    ratingLate: 'Le délai pour noter ce chat est passé. Merci tout de même.',
    thanks: 'Merci pour votre note',
    thanksMore: 'Elle nous aide à faire mieux.',
    goodbye: 'Merci de nous avoir écrit',
    goodbyeMore: 'Nous sommes là si vous avez de nouveau besoin de nous.',
    startNew: 'Commencer un nouveau chat',
    goOn: 'Continuer ce chat',
    blocked: 'Le chat n’est pas disponible ici',
    blockedReload: 'Il existe une version plus récente de ce chat. Merci de recharger la page.',
    blockedMore: 'Merci de nous joindre par un autre moyen. Ce que vous avez écrit est conservé dans ce navigateur.',
  },
  email: {
    email: 'E-mail',
    optional: 'facultatif',
    emailWrong: 'Cela ne ressemble pas à une adresse e-mail.',
  },
  failure: {
    failed: 'Non envoyé',
    sendAnew: 'Envoyer dans un nouveau chat',
    copy: 'Copier le texte',
    remove: 'Supprimer',

    conversationClosed: 'Le chat était terminé avant l’arrivée de ce message.',
    notFound: 'Ce chat n’existe plus.',
    tooLarge: 'Ce message est trop long.',
    refused: 'Notre serveur n’a pas accepté ce message.',
  },
  service: {
    closed: 'Nous sommes fermés pour le moment',
    closedDay: 'Fermé aujourd’hui : {day}',
    offline: 'Le chat est hors ligne pour le moment',
    opens: 'Réouverture : {when}',
    when: '{day}, {time}',
    closedMore:
      'Laissez votre message. Il attend ici, et nous répondrons dès notre retour. Avec votre adresse e-mail, nous pouvons aussi vous répondre par ce moyen.',
    closedWritten:
      'Votre message attend ici, et nous répondrons dès notre retour. Vous pouvez continuer à écrire à tout moment.',

    next: 'C’est bientôt votre tour',
    number: 'Vous êtes en position {position}',
    soon: 'moins d’une minute',
    within: { one: 'moins de {minutes} minute', other: 'moins de {minutes} minutes' },
    about: { one: 'environ {low} à {high} minute', other: 'environ {low} à {high} minutes' },
    hours: { one: 'environ {low} à {high} heure', other: 'environ {low} à {high} heures' },
    waitMore: 'Pas le temps d’attendre ? Laissez votre adresse e-mail et nous y répondrons. Vous gardez votre place.',
    place: '{where} ; {wait}',
  },
  queueFull: {
    full: 'Tant de personnes attendent en ce moment que nous ne pouvons pas vous ajouter à la file. Laissez-nous votre message et nous répondrons par e-mail, ou réessayez un peu plus tard. Ce que vous avez écrit est conservé ici.',
    leave: 'Nous laisser le message',
  },
  notice: {
    held: 'Notre serveur ne peut pas prendre de messages pour le moment. Les vôtres sont conservés ici et seront envoyés dès que possible.',
    heldRate:
      'Vous écrivez plus vite que nous ne pouvons recevoir. Vos messages sont conservés ici et suivront dans un instant.',
    outboxFull: {
      one: '{max} message attend déjà d’être envoyé. Merci d’envoyer celui-ci plus tard.',
      other: '{max} messages attendent déjà d’être envoyés. Merci d’envoyer celui-ci plus tard.',
    },
    endFailed: 'Nous n’avons pas pu terminer le chat. Merci de réessayer.',
    contactFailed: 'Nous n’avons pas pu enregistrer votre adresse. Merci de réessayer.',
  },
  alone: {
    more: 'Votre message attend ici, et la première personne de retour y répondra. Vous pouvez continuer à écrire à tout moment.',
    leaveEmail: 'Enregistrer l’e-mail',
  },
  event: {
    wasRequeued: 'Une autre personne sera bientôt avec vous. Vous gardez votre place.',
    reopened: 'Vous avez rouvert le chat',
    closedBy: {
      visitor: 'Vous avez terminé le chat',
      agent: 'Notre équipe a terminé le chat',
      system: 'Le chat est terminé',
    },
    closedFor: {
      idle: 'Le chat est terminé, car nous n’avons plus eu de vos nouvelles. Vous pouvez le continuer ci-dessous.',
      hours: 'Le chat est terminé, car nous sommes fermés à présent.',
    },
    kept: 'Nous sommes fermés à présent. Votre message est conservé, et nous répondrons dès notre retour.',
    idleWarning: 'Êtes-vous toujours là ? Sans réponse, ce chat se terminera à {time}.',
    ratedWith: 'Vous avez donné à ce chat la note de {score} sur 5',
    contactLeft: 'Nous pouvons vous joindre à {email}',
  },
  emoji: {
    emoji: 'Emoji',
    search: 'Chercher un emoji',
    none: 'Aucun résultat',
  },
  menu: {
    more: 'Plus',
    keep: 'Garder une copie de ce chat',
    sound: 'Son pour les nouveaux messages',
  },
  keep: {
    title: 'Garder une copie de ce chat',
    more: 'La copie est créée ici, dans votre navigateur.',
    asText: 'Enregistrer en texte',
    asPage: 'Enregistrer en page web',
    back: 'Retour au chat',
    fileName: 'chat',
    with: 'Chat avec {site}',
  },
};
