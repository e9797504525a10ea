import type { Language } from '../language.ts';

export const tag: Language['tag'] = {
  title: 'Étiquettes de cette conversation',
  new: 'Nouvelle étiquette de cette conversation',
  add: 'Ajouter une étiquette',
  remove: (tag) => `Retirer l’étiquette ${tag} de cette conversation`,
  problems: {
    tooMany: 'Une conversation a au plus 20 étiquettes. Retirez-en une d’abord.',
    forbidden: 'Votre rôle ne permet pas de changer les étiquettes.',
    gone: 'Cette conversation n’est plus là.',
    failed: 'Ce n’est pas enregistré. Réessayez.',
  },
};
