import type { MailWords } from './mail-words.ts';

/** French. */
export const fr: MailWords = {
  lang: 'fr',
  dir: 'ltr',
  you: 'Vous',
  team: 'Notre équipe',
  file: 'Fichier',
  edited: 'modifié',
  removed: 'Ce message a été supprimé.',
  transcript: {
    subject: (site) => `Votre discussion avec ${site}`,
    intro: (site) => `Voici la discussion avec ${site} que vous avez demandée.`,
    zone: (zone) => `Les heures sont celles de ${zone}.`,
    cut: 'La discussion est trop longue pour un e-mail ; en voici la dernière partie.',
    askedByVisitor: (site) =>
      `Quelqu’un a indiqué cette adresse dans la discussion sur ${site} et demandé une copie. Si ce n’était pas vous, vous n’avez rien à faire.`,
    askedByTeam: (site) => `L’équipe de ${site} vous a envoyé cette copie.`,
  },
  answer: {
    subject: (site) => `Une réponse de ${site}`,
    intro: (site) => `Vous avez écrit à ${site}. Voici la réponse que vous n’avez pas encore vue :`,
    link: 'Revenir à la page de la discussion',
    how: 'Pour continuer, ouvrez de nouveau la page dans le même navigateur. Ce que vous écrivez par e-mail n’arrive pas dans la discussion.',
    why: (site) => `Vous recevez cet e-mail parce que cette adresse a été laissée dans la discussion sur ${site}.`,
  },
  rating: {
    subject: (site) => `Comment s’est passée votre discussion avec ${site} ?`,
    intro: (site) =>
      `Vous avez échangé avec ${site}. Pouvez-vous nous dire comment cela s’est passé ? Une question, un clic de plus.`,
    link: 'Noter la discussion',
    until: (when) => `Le lien est valable jusqu’au ${when} et pour une seule réponse.`,
    why: (site) =>
      `Vous recevez cet e-mail une seule fois, parce que cette adresse a été laissée dans la discussion sur ${site}.`,
  },
  stop: {
    line: 'Ne plus recevoir d’e-mails',
    title: 'Ne plus recevoir d’e-mails',
    intro: (site) => `Souhaitez-vous ne plus recevoir d’e-mails de la discussion de ${site} à cette adresse ?`,
    button: 'Oui, ne plus en envoyer',
    done: 'C’est fait. Vous ne recevrez plus d’e-mails de cette discussion.',
  },
  page: {
    question: (site) => `Comment s’est passée votre discussion avec ${site} ?`,
    scores: ['Mal', 'Pas très bien', 'Correct', 'Bien', 'Très bien'],
    comment: 'Un mot à ce sujet, si vous le souhaitez',
    send: 'Envoyer',
    chooseOne: 'Choisissez d’abord une des cinq réponses.',
    thanks: 'Merci. Votre réponse est enregistrée.',
    given: 'Cette discussion a déjà été notée. Merci.',
    over: 'Ce lien n’est plus valable.',
    later: 'Ce n’est pas possible pour le moment. Réessayez dans une minute.',
  },
};
