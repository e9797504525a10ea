import { number } from '../../format.ts';
import type { Language } from '../language.ts';

export const tag: Language['tag'] = {
  title: 'Étiquettes de cette conversation',
  new: 'Nouvelle étiquette de cette conversation',
  add: 'Ajouter une étiquette',
  remove: (tag) => `Retirer l’étiquette ${tag} de cette conversation`,
  list: {
    title: 'Étiquettes',
    hint: 'De quoi parlent les conversations. Elles sont proposées partout où l’on étiquette ou filtre ; d’autres mots restent possibles.',
    empty: 'Aucune étiquette pour le moment.',
    add: 'Ajouter des étiquettes',
    name: 'Étiquette',
    renameHint:
      'Les conversations ouvertes changent avec elle. Les conversations closes gardent leur mot, et leurs rapports aussi.',
    on: (count) => (count === 1 ? 'sur 1 conversation ouverte' : `sur ${number(count)} conversations ouvertes`),
    removing: 'Elle n’est plus proposée. Les conversations closes la gardent.',
    removeOnly: 'La retirer de la liste',
    removeOn: (count) =>
      count === 1
        ? 'La retirer aussi de 1 conversation ouverte'
        : `La retirer aussi de ${number(count)} conversations ouvertes`,
    others: 'Écrites à la main',
    othersHint: 'Sur des conversations ouvertes, et hors de la liste.',
    take: (tag) => `Ajouter ${tag} à la liste`,
    instead: (tag) => `À la place de ${tag}`,
    part: 'Toutes n’ont pas pu être modifiées. Réessayez.',
    wrong: (chars, max) => `Au plus ${number(max)} étiquettes de ${number(chars)} caractères.`,
  },
  problems: {
    tooMany: 'Une conversation a au plus 20 étiquettes. Retirez-en une d’abord.',
    forbidden: 'Votre rôle ne permet pas de changer les étiquettes.',
    gone: 'Cette conversation n’est plus là.',
    failed: 'Ce n’est pas enregistré. Réessayez.',
  },
};
