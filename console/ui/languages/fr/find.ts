import type { Language } from '../language.ts';

export const find: Language['find'] = {
  title: 'Recherche',
  label: 'Mots',
  hint: 'Des mots qui doivent tous être présents. Gardez des mots ensemble avec des "guillemets droits".',
  kind: 'Chercher dans',
  kinds: [
    ['', 'Tout'],
    ['message', 'Messages'],
    ['note', 'Notes'],
    ['person', 'Personnes'],
  ],
  status: 'Conversations',
  statuses: [
    ['', 'Ouvertes et terminées'],
    ['open', 'Ouvertes'],
    ['closed', 'Terminées'],
  ],
  author: 'Écrit par',
  authors: [
    ['', 'Tout le monde'],
    ['visitor', 'Les visiteurs'],
    ['agent', 'L’équipe'],
  ],
  empty: 'Cherchez des messages, des notes et des personnes',
  emptyHint: 'Majuscules et accents ne comptent pas : cafe trouve Café.',
  none: 'Rien n’a été trouvé',
  noneHint: 'Essayez avec moins de mots, ou avec le début d’un mot seulement.',
  refused: 'Il n’y a là aucun mot à chercher.',
  failed: 'La recherche n’a pas répondu. Veuillez réessayer.',
  again: 'Réessayer',
  catchingUp:
    'Une partie de ce qui a été écrit est encore en cours de prise en compte : il peut manquer quelque chose.',
  more: 'Afficher plus',
  loading: 'Recherche…',
  found: (count, more) => {
    if (more) return `Plus de ${count} endroits trouvés`;
    return count < 2 ? `${count} endroit trouvé` : `${count} endroits trouvés`;
  },
  note: 'Note',
  person: 'Personne',
  visitor: 'Visiteur',
  closed: 'Terminée',
};
