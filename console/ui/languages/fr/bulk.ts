import { number } from '../../format.ts';
import type { Language } from '../language.ts';

export const bulk: Language['bulk'] = {
  label: 'Conversations choisies',
  chosen: (count) => (count < 2 ? `${count} choisie` : `${number(count)} choisies`),
  all: (count) => (count < 2 ? 'Choisir la seule' : `Choisir les ${number(count)}`),
  clear: 'N’en choisir aucune',
  acts: 'Agir sur celles qui sont choisies',
  short: 'Agir…',
  take: 'Reprendre',
  ask: 'Demander à un collègue de reprendre',
  return: 'Rendre à la file d’attente',
  move: 'Envoyer à un service',
  tag: 'Ajouter ou retirer des étiquettes',
  snooze: 'Me le rappeler plus tard',
  close: 'Terminer',
  running: (asked, total) => `${number(asked)} sur ${number(total)}`,
  stop: 'Arrêter',
  done: (count) => (count < 2 ? `${count} conversation traitée.` : `${number(count)} conversations traitées.`),
  refused: (count, why) => (count < 2 ? `${count} refusée : ${why}.` : `${number(count)} refusées : ${why}.`),
  left: (count) => `Pas essayées ou sans réponse, toujours choisies : ${number(count)}.`,
  why: {
    reassigned: 'chez quelqu’un d’autre',
    forbidden: 'vous n’y êtes pas autorisé',
    conversation_closed: 'déjà terminé',
    agent_absent: 'le collègue n’est pas là',
    ask_open: 'un collègue est déjà sollicité',
    not_found: 'n’existe plus',
    invalid_payload: 'ce n’est pas possible ici',
    other: 'le relais ne l’a pas accepté',
  },
  undo: 'Annuler l’action',
  ok: 'OK',
  title: {
    take: (count) => (count < 2 ? `Reprendre ${count} conversation ?` : `Reprendre ${number(count)} conversations ?`),
    ask: (count) =>
      count < 2
        ? `Demander à un collègue de reprendre ${count} conversation ?`
        : `Demander à un collègue de reprendre ${number(count)} conversations ?`,
    return: (count) =>
      count < 2
        ? `Rendre ${count} conversation à la file d’attente ?`
        : `Rendre ${number(count)} conversations à la file d’attente ?`,
    move: (count) => (count < 2 ? `Envoyer ${count} conversation ?` : `Envoyer ${number(count)} conversations ?`),
    tag: (count) =>
      count < 2 ? `Étiquettes de ${count} conversation` : `Étiquettes de ${number(count)} conversations`,
    snooze: (count) =>
      count < 2 ? `Vous rappeler ${count} conversation` : `Vous rappeler ${number(count)} conversations`,
    close: (count) => (count < 2 ? `Terminer ${count} conversation ?` : `Terminer ${number(count)} conversations ?`),
  },
  hint: {
    take: 'Elles deviennent les vôtres, même au-delà de votre limite.',
    ask: 'Chacune fait l’objet d’une demande ; vous continuez à répondre jusqu’à ce que le collègue accepte.',
    return: 'Elles gardent leur place dans la file d’attente.',
    move: 'Elles vont dans la file d’attente de ce service, à leur place.',
    tag: 'Plusieurs, séparées par des virgules. Peut être annulé.',
    snooze: 'Elles reviennent d’elles-mêmes quand un visiteur écrit.',
    close: 'Les visiteurs en sont informés. Cela ne peut pas être annulé.',
  },
  colleague: 'Collègue',
  department: 'Service',
  add: 'Ajouter',
  remove: 'Retirer',
  when: 'Quand',
  outcome: 'Comment se sont-elles terminées ?',
  outcomes: { resolved: 'Résolues', unresolved: 'Non résolues', spam: 'Spam' },
  cancel: 'Annuler',
};
