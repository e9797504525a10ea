import type { Language } from '../language.ts';

export const command: Language['command'] = {
  becomeAway: 'Passer en absence',
  palette: {
    open: 'Chercher ou agir',
    title: 'Recherche et commandes',
    label: 'Recherche',
    placeholder: 'Conversation, personne, page ou commande',
    found: (count) => (count < 2 ? `${count} résultat` : `${count} résultats`),
    nothing: 'Rien ne correspond.',
    gone: (name) => `Plus possible ici : ${name}. Choisissez à nouveau.`,
    about: (name) => `À propos de ${name}`,
    back: 'Retour',
    hint: 'Les flèches choisissent, Entrée ouvre, Échap ferme',
    kinds: {
      command: 'Commande',
      conversation: 'Conversation',
      colleague: 'Collègue',
      page: 'Page',
      find: 'Recherche',
    },
  },
  colleague: 'Collègue',
  transferTo: (name) => `Transférer cette conversation à ${name}`,
  invite: (name) => `Inviter ${name} dans cette conversation`,
  findAll: (text) => `Chercher « ${text} » dans tous les messages`,
  write: {
    reply: 'Écrire une réponse',
    note: 'Écrire une note',
    change: 'Passer de la réponse à la note et inversement',
    line: 'Nouvelle ligne',
    replies: 'Réponses enregistrées et macros, au début d’une réponse',
    mention: 'Nommer une personne de l’équipe, dans une note',
  },
  keys: {
    open: 'Afficher les raccourcis clavier',
    title: 'Raccourcis clavier',
    letters: 'Les lettres seules sont des raccourcis',
    lettersHint:
      'Elles ne font rien pendant que vous écrivez. Désactivez-les si vous dictez ou si vous appuyez sur des touches par erreur.',
    lettersOff: 'Désactivé : les lettres seules ne font rien.',
    list: 'Tab passe d’un élément à l’autre, les flèches se déplacent dans les listes et les menus, Échap ferme ce qui est ouvert.',
  },
  groups: {
    anywhere: 'Partout',
    go: 'Aller à',
    inbox: 'Dans la liste',
    thread: 'Dans une conversation',
    composer: 'Pendant que vous écrivez',
    people: 'Personnes',
    settings: 'Paramètres',
  },
};
