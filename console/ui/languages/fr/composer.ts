import type { Language } from '../language.ts';

export const composer: Language['composer'] = {
  send: 'Envoyer',
  more: 'Autres façons d’envoyer',
  closeResolved: 'Envoyer et terminer : résolue',
  closeUnresolved: 'Envoyer et terminer : non résolue',
  later: 'Envoyer plus tard…',
  enterSends: 'Entrée envoie',
  enterBreaks: 'Entrée va à la ligne',
  undoOff: 'Envoyer sans délai d’annulation',
  undoOn: 'Attendre quelques secondes avant l’envoi',
  hintEnter: 'Entrée envoie, Maj + Entrée va à la ligne',
  hintMod: 'Ctrl ou ⌘ + Entrée envoie, Entrée va à la ligne',
  noteHintEnter: 'Seule l’équipe lit ceci. Entrée l’ajoute, Maj + Entrée va à la ligne, @ mentionne un collègue',
  noteHintMod: 'Seule l’équipe lit ceci. Ctrl ou ⌘ + Entrée l’ajoute, @ mentionne un collègue',

  undo: {
    label: 'Message sur le départ',
    leaves: (seconds) => (seconds < 2 ? `Part dans ${seconds} seconde` : `Part dans ${seconds} secondes`),
    closes: 'et termine la conversation',
    undo: 'Annuler',
    now: 'Envoyer maintenant',
  },

  closeRefused: {
    sent: (label) =>
      label === ''
        ? 'Votre réponse est partie, mais la conversation n’est pas terminée.'
        : `Votre réponse à ${label} est partie, mais la conversation n’est pas terminée.`,
    foreign: 'Quelqu’un d’autre de l’équipe l’a maintenant et la terminera.',
    again: 'Terminez-la à nouveau, ou continuez à écrire.',
    close: 'Terminer à nouveau',
    putAway: 'Ranger',
  },
  undoLabel: 'Secondes pendant lesquelles un message peut être rappelé',
  undoHint: 'De 0 à 30. Avec 0, un message part tout de suite. Vide : les 5 habituelles.',

  planned: {
    label: 'À envoyer plus tard',
    at: (when) => `Part ${when}`,
    byOther: (name, when) => `${name} envoie ceci ${when}`,
    outside: (opens) =>
      opens === null ? 'Le chat sera alors fermé.' : `Le chat sera alors fermé. Ouverture : ${opens}.`,
    held: {
      visitor_wrote: 'Non envoyé : le visiteur a écrit entre-temps. Lisez d’abord son message.',
      closed: 'Non envoyé : la conversation est terminée.',
      reassigned: 'Non envoyé : quelqu’un d’autre a maintenant cette conversation.',
      viewing: 'Non envoyé : qui l’a écrit ne fait plus qu’observer.',
      late: 'Non envoyé : le moment est passé, car le relais ne fonctionnait pas.',
    },
    closes: 'Termine la conversation.',
    change: 'Modifier',
    now: 'Envoyer maintenant',
    cancel: 'Retirer',
    bar: (count) =>
      count < 2
        ? 'Une de vos réponses n’a pas été envoyée et attend votre décision.'
        : `${count} de vos réponses n’ont pas été envoyées et attendent votre décision.`,
    look: 'Regarder',
  },

  dialog: {
    title: 'Envoyer plus tard',
    changeTitle: 'Modifier ce qui est envoyé plus tard',
    hint: (zone) =>
      `Si le visiteur écrit avant, la décision vous est demandée au lieu d’envoyer. Votre heure : ${zone}.`,
    inHour: 'Dans une heure',
    tomorrow: 'Demain à neuf heures',
    monday: 'Lundi à neuf heures',
    when: 'Date et heure',
    wrong: 'Choisissez un moment à venir, dans 90 jours au plus.',
    text: 'Message',
    keep: 'Envoyer plus tard',
    save: 'Enregistrer',
    cancel: 'Annuler',
  },

  mention: {
    list: 'Collègues',
    found: (count) =>
      count === 0
        ? 'Personne de ce nom. Échap ferme la liste.'
        : `${count} ${count < 2 ? 'collègue' : 'collègues'}. Les flèches choisissent, Entrée prend le nom.`,
    bar: (name, label) => `${name} vous a mentionné dans une note sur ${label}`,
    more: (count) => (count < 2 ? 'et une autre' : `et ${count} autres`),
    open: 'Ouvrir',
  },

  emoji: { open: 'Emoji', search: 'Chercher un emoji', none: 'Aucun résultat' },
};
