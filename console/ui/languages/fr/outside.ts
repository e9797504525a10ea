import type { Language } from '../language.ts';

export const outside: Language['outside'] = {
  title: 'Services reliés',
  hint: 'C’est le relais qui interroge ces adresses, jamais le navigateur de l’équipe ni celui des visites. Rien n’est demandé tant que personne dans l’équipe ne le souhaite, et rien n’est indiqué ici au départ.',
  site: 'Site',
  failed: 'Les services reliés n’ont pas pu être lus.',
  again: 'Réessayer',
  noSite: 'Il n’y a pas encore de site.',
  save: 'Enregistrer',
  saving: 'Enregistrement …',
  saved: 'Enregistré. C’est valable tout de suite.',
  notSaved: 'L’enregistrement n’a pas réussi. Veuillez réessayer.',
  notAllowed:
    'Indiquez une adresse https du réseau public, sans port, nom ni mot de passe. Un service de votre propre réseau doit figurer dans TRUSTED_SERVICES au démarrage du relais.',
  tooMuch: 'Quelque chose ici est vide ou trop long.',

  panels: 'Volets sur la clientèle',
  panelsHint: (max) =>
    `Ce que vos propres systèmes savent, comme des commandes ou un contrat, à côté de la conversation. Jusqu’à ${max}.`,
  panelsTold:
    'Un système apprend la conversation, ainsi que le numéro et l’adresse e-mail de la personne si votre site les a signés. Ce que quelqu’un a seulement saisi ne lui est pas dit.',
  noPanels: 'Il n’y en a pas encore.',
  panelTitle: 'Titre',
  panelUrl: 'Adresse',
  panelUrlHint:
    'Répond à un POST par du JSON, en moins de cinq secondes. docs/services.md montre ce qui peut y figurer.',
  panelNamed: (title) => `Volet ${title}`,
  add: 'Ajouter un volet',
  remove: (title) => `Retirer ${title}`,
  tryIt: 'Essayer',
  tryNamed: (title) => `Essayer ${title}`,
  trying: 'Interrogation …',
  tried: 'Une réponse est venue ; votre équipe verrait ceci :',
  triedUnknown:
    'La réponse est que la personne d’exemple n’est pas connue (404). C’est très bien : votre équipe lit « On ne sait rien ».',

  secret: 'Secret de signature',
  secretHint:
    'Grâce à lui, votre système sait que c’est le relais qui demande : chaque question porte Deskbell-Signature, un HMAC-SHA256 de l’heure et du contenu.',
  show: 'Montrer le secret',
  hide: 'Le masquer',
  renew: 'En créer un autre',
  renewAsk:
    'Créer un autre secret ? L’ancien ne signe plus rien ; vos systèmes ont donc besoin du nouveau tout de suite.',
  renewYes: 'En créer un autre',
  keep: 'Garder celui-ci',

  leaves:
    'Avec lui, des mots de vos visites quittent votre maison pour le service que vous indiquez. Dites-le dans votre politique de confidentialité.',
  url: 'Adresse',
  key: 'Clé',
  keyHint: 'Seulement si le service en demande une. Elle est conservée chiffrée, et personne ne peut la lire ici.',
  keyKept: 'Une clé est conservée ; elle reste tant que ceci est vide et que l’adresse mène au même endroit.',
  keyRemove: 'Retirer la clé',
  translator: 'Traduction',
  translatorHint:
    'Un service qui parle comme LibreTranslate. Votre équipe lit dans sa langue ce qu’écrivent les visites, et peut faire traduire une réponse avant de l’envoyer.',
  translatorUrlHint: 'Sans /translate à la fin, comme https://translate.example. Vide : pas de traduction.',
  assistant: 'Aide à la rédaction',
  assistantHint:
    'Un service qui parle comme les chat completions d’OpenAI, de n’importe quel fournisseur ou le vôtre. Il propose une réponse, la reformule et résume une conversation pour quelqu’un d’autre de l’équipe. Rien n’est jamais envoyé tout seul.',
  assistantUrlHint: 'Sans /chat/completions à la fin, comme https://ai.example/v1. Vide : pas d’aide.',
  model: 'Modèle',
  modelHint: 'Tel que le service le nomme.',
  triedSaid: 'La réponse :',

  unknown: 'On ne sait rien de cette personne.',
  asOf: (at) => `À ${at}`,
  askAgain: 'Demander de nouveau',
  askAgainNamed: (title) => `Demander de nouveau : ${title}`,
  cut: 'Il y a plus que ce qui est montré ici.',
  notAsked: 'La demande n’a pas pu être faite pour le moment.',
  tooOften: 'Cela fait beaucoup de demandes. Patientez un instant, puis demandez de nouveau.',
  newTab: '(s’ouvre dans un nouvel onglet)',
  tones: { ok: 'Tout va bien :', warn: 'À noter :', danger: 'Attention :', info: 'Remarque :' },
  troubles: {
    unreachable: (name) => `${name} n’a pas répondu.`,
    inside: (name) => `${name} n’a pas été interrogé : son adresse mène à votre propre réseau.`,
    slow: (name) => `${name} a mis trop de temps.`,
    too_large: (name) => `${name} a répondu plus que ce qui peut être montré.`,
    redirected: (name) => `${name} nous a renvoyés vers une autre adresse, où nous n’allons pas.`,
    refused: (name) => `${name} ne nous laisse pas entrer. La clé ou le secret ne sont peut-être pas les bons.`,
    failed: (name) => `${name} rencontre lui-même un problème.`,
    busy: (name) => `${name} est occupé. Veuillez réessayer dans un instant.`,
    no_key: (name) => `La clé de ${name} ne peut plus être lue. Il faut la saisir de nouveau.`,
    not_json: (name) => `${name} a répondu quelque chose que nous ne pouvons pas lire.`,
    wrong_form: (name) => `${name} a répondu sous une autre forme que convenu.`,
  },
  status: (status) => `Statut ${status}.`,
  field: (path) => `Regardez « ${path} » dans sa réponse.`,
};
