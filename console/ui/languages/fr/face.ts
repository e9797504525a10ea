import type { Language } from '../language.ts';

export const face: Language['face'] = {
  title: 'Comment les visiteurs vous voient',
  hint: 'Votre nom, cette image et votre fonction figurent au-dessus du chat et à côté de vos messages. Seuls les visiteurs de vos sites les reçoivent.',
  of: (name) => `Comment les visiteurs voient ${name}`,
  job: 'Votre fonction',
  jobHint: 'En un mot ou deux, par exemple Assistance. Peut rester vide.',
  choose: 'Choisir une image',
  another: 'Choisir une autre image',
  remove: 'Retirer l’image',
  pictureHint:
    'JPEG, PNG, WebP ou GIF. Le milieu en est gardé, en petit carré, sans le lieu ni le moment de la prise de vue.',
  picture: (name) => `Image de ${name}`,
  save: 'Enregistrer',
  saving: 'Enregistrement…',
  saved: 'Enregistré',
  problems: {
    unreadable: 'Cette image ne peut pas être lue. Choisissez-en une autre.',
    refused: 'Le relais ne l’accepte pas. Choisissez une autre image, ou un texte plus court.',
    later: 'Le relais ne répond pas. Vérifiez la connexion et réessayez.',
  },
};
