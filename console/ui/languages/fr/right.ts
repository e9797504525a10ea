import type { Language } from '../language.ts';

export const right: Language['right'] = {
  title: 'Qui peut faire quoi',
  hint: 'Le relais suit ce tableau pour chaque commande ; ce que quelqu’un ne peut pas faire ne lui est pas non plus proposé. Les rôles se donnent sous Personnes.',
  right: 'Droit',
  may: 'Oui',
  mayNot: 'Non',
  own: 'Votre rôle',
  people: (count) => (count < 2 ? `${count} personne` : `${count} personnes`),
  manage:
    'Les propriétaires gèrent tout le monde ; les administrateurs, tout le monde sauf les propriétaires. Le dernier propriétaire le reste.',
  viewer: 'Qui ne fait qu’observer ne change rien, nulle part.',
  rights: {
    'conversation:read': 'Lire les conversations',
    'conversation:serve': 'Répondre aux visiteurs, écrire des notes, solliciter des collègues',
    'conversation:end': 'Terminer des conversations en attente',
    'conversation:direct': 'Reprendre, transférer et rendre les conversations des collègues',
    'message:remove': 'Supprimer le message de n’importe qui, par sécurité',
    'board:read': 'Voir le tableau de bord',
    'report:read': 'Lire les rapports (un agent : ses propres chiffres)',
    'report:team': 'Lire les rapports de toute l’équipe',
    'replies:write': 'Écrire des réponses enregistrées',
    'settings:write': 'Modifier les paramètres : sites, horaires, services, règles',
    'people:write': 'Ajouter et modifier des personnes',
    'macros:write': 'Écrire des macros',
    'person:write': 'Donner des étiquettes et des notes aux personnes',
    'person:direct': 'Réunir des profils, bloquer et effacer des visiteurs',
    'visitors:read': 'Voir qui est sur le site',
    'visitors:invite': 'Inviter des visiteurs à discuter',
    'view:share': 'Enregistrer des vues de la boîte de réception pour toute l’équipe',
  },
};
