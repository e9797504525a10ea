import type { Language } from '../language.ts';

export const fileSettings: Language['fileSettings'] = {
  title: 'Fichiers dans le chat',
  hint: 'Images et documents qu’envoient les visiteurs et les agents. Les images perdent ce qu’elles disent du lieu et de l’appareil photo.',
  on: 'Des fichiers peuvent être envoyés',
  size: 'Plus grand fichier (mégaoctets)',
  sizeHint: (max) => `Jusqu’à ${max}.`,
  kinds: 'Ce qui est accepté',
  kindsHint: 'Reconnu à ce qui est dans le fichier, pas à son nom.',
  kindNames: {
    image: ['Images', 'JPEG, PNG, WebP et GIF.'],
    document: ['Documents', 'PDF, RTF, documents bureautiques et texte brut.'],
    archive: ['Archives', 'ZIP et similaires. Personne ne regarde à l’intérieur.'],
    other: ['Tout le reste', 'Programmes, enregistrements, tout ce qui est inconnu. Il n’y a pas d’antivirus.'],
  },
  keep: 'Supprimer les fichiers après (jours)',
  keepHint:
    'Le message reste et dit comment s’appelait le fichier. Vide : les fichiers restent aussi longtemps que leur conversation.',
  seen: 'Ce qu’un visiteur voit à côté du champ de texte',
  seenOff: 'Rien : il n’y a pas de bouton pour les fichiers.',
  keptAlways: 'Les fichiers sont conservés aussi longtemps que leur conversation.',
  keptFor: (days) => `Les fichiers sont supprimés ${days} après leur arrivée.`,
  faults: {
    size: (min, max) => `De ${min} à ${max}.`,
    kinds: 'Choisissez au moins un type, ou désactivez les fichiers.',
    days: (max) => `Écrivez un nombre entier de 1 à ${max}, ou rien.`,
    other: 'Quelque chose ne va pas ici.',
  },
};
