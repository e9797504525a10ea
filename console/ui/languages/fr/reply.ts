import type { Language } from '../language.ts';

export const reply: Language['reply'] = {
  list: 'Réponses enregistrées',
  found: (count) =>
    count === 0
      ? 'Aucune réponse enregistrée ne correspond. Échap ferme la liste.'
      : `${count} ${count < 2 ? 'réponse enregistrée' : 'réponses enregistrées'}. Les flèches choisissent, Entrée insère, Échap ferme la liste.`,
  missing: (names) => `Inconnu ici, donc omis : ${names}`,

  title: 'Réponses enregistrées de l’équipe',
  ownTitle: 'Mes propres réponses',
  ownHint:
    'Personne d’autre ne les trouve. Dans une conversation, tapez / et les premières lettres ; les vôtres sont marquées.',
  addOwn: 'Ajouter une réponse personnelle',
  own: 'à moi',
  hint: 'Des réponses écrites une fois pour toutes. Dans une conversation, tapez / et les premières lettres.',
  failed: 'Les réponses enregistrées n’ont pas pu être chargées.',
  empty: 'Aucune réponse enregistrée.',
  shortcut: 'Raccourci',
  shortcutHint: 'Sans espaces, par exemple « remboursement-retard ». Il se tape après la barre oblique.',
  body: 'Texte',
  bodyHint:
    'Peut contenir {visitor.name}, {visitor.email}, {agent.name} et {site.name}. Avec un mot pour le cas où ce n’est pas connu : {visitor.name|à vous}.',
  department: 'Pour les conversations de',
  everybody: 'Tous les services',
  preview: 'Ce qu’un visiteur lirait',
  sample: {
    'visitor.name': 'Mia',
    'visitor.email': 'mia@example.org',
    'agent.name': 'Ana',
    'site.name': 'Ma boutique',
  },
  add: 'Ajouter une réponse enregistrée',
  save: 'Enregistrer',
  saving: 'Enregistrement…',
  cancel: 'Annuler',
  edit: (shortcut) => `Modifier ${shortcut}`.trim(),
  remove: (shortcut) => `Supprimer ${shortcut}`.trim(),
  removing: 'On ne la trouvera plus. Ce qui a été envoyé avec elle reste.',
  problems: {
    shortcut:
      'Ce raccourci existe déjà, ou il contient autre chose que des lettres, des chiffres, des points et des tirets.',
    body: 'Écrivez le texte.',
    forbidden: 'Vous ne pouvez pas modifier les réponses enregistrées.',
    gone: 'Elle n’existe plus. Rechargez la page.',
    department: 'Un service indiqué ici n’existe plus. Choisissez-en un autre.',
    many: 'Le maximum est atteint. Supprimez-en une d’abord.',
    later: 'Le relais ne répond pas. Réessayez dans un instant.',
  },
};
