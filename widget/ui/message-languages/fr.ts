import type { Language } from '../language.ts';

/** What may be done with a message. */
export const amended: Language['amended'] = {
  removed: 'Ce message a été supprimé',
  edited: 'modifié',
  show: 'Afficher le message auquel celui-ci répond',
  messageMore: 'Options du message',
  answer: 'Répondre',
  copyWords: 'Copier le texte',
  edit: 'Modifier',
  removeIt: 'Supprimer',
  removeSure: 'Supprimer ce message pour tout le monde ?',
  keepIt: 'Le garder',
  saveIt: 'Enregistrer',
  stopEditing: 'Annuler',
  answering: 'Vous répondez à',
  stopAnswering: 'Ne pas répondre à ce message',
  tooLateToEdit: 'Il est trop tard pour modifier ce message.',
  choices: 'Choisissez une réponse',
  choicesSpent: 'Ces réponses étaient proposées',
  notDone: 'Cela n’a pas fonctionné. Veuillez réessayer.',
};

/** What is seen before it is sent. */
export const preview: Language['preview'] = {
  seen: 'Nous voyons ce que vous écrivez avant l’envoi.',
  hide: 'Ne pas le montrer',
  unseen: 'Nous ne voyons que ce que vous envoyez.',
  show: 'Le montrer pendant que j’écris',
};

/** Another department. */
export const redirect: Language['redirect'] = {
  title: 'Demander un autre service',
  back: 'Retour au chat',
  more: 'Votre chat y va tel quel, avec tout ce qui a été écrit. Quelqu’un d’autre vous répondra.',
  where: 'Lequel ?',
  why: 'Pourquoi ? (facultatif)',
  go: 'Demander là-bas',
  going: 'Demande en cours',
  notNow: 'Ce n’est pas possible maintenant. Vous pouvez continuer à écrire ici.',
  tooOften: 'Vous avez demandé un autre service il y a peu. Merci de patienter un instant.',
};
