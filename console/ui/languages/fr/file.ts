import type { Language } from '../language.ts';

export const file: Language['file'] = {
  attach: 'Joindre un fichier',
  drop: 'Déposez les fichiers ici',
  upTo: (size, kinds) => `Jusqu’à ${size} chacun : ${kinds}`,
  kinds: { image: 'images', document: 'documents', archive: 'archives', other: 'autres fichiers' },
  sending: (percent) => `Envoi en cours, ${percent}`,
  waiting: 'En attente du relais',
  cancel: (name) => `Annuler ${name}`,
  remove: (name) => `Retirer ${name}`,
  download: (name) => `Télécharger ${name}`,
  gone: 'N’est plus conservé',
  picture: (name) => `Image, ${name}`,
  notSent: 'Pas encore envoyée',
  describe: (name) => `Ce que montre ${name}, pour les personnes qui ne peuvent pas la voir (facultatif)`,
  describeShort: 'Ce qu’elle montre (facultatif)',
  send: 'Envoyer',
  sendOne: (name) => `Envoyer ${name}`,
  problems: {
    too_large: 'Il est plus grand que ce que le site permet.',
    too_many: 'Cela fait trop de fichiers à la fois.',
    empty: 'Ce fichier est vide.',
    unreadable: 'Ce fichier ne peut pas être lu.',
    unclean:
      'Non envoyée : le lieu de prise de vue ne peut pas être retiré de cette image. Enregistrez-la en JPEG ou PNG et choisissez celle-là.',
    file_refused: 'Ce type de fichier, ou cette image, n’est pas accepté.',
    file_quota: 'Il n’y a plus de place pour des fichiers dans cette conversation.',
    files_off: 'Les fichiers sont désactivés pour ce site.',
    reassigned: 'La conversation n’est plus la vôtre.',
  },
  notTaken: 'Le relais ne l’a pas accepté.',
};
