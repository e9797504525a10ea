import type { Language } from '../language.ts';

export const refusal: Language['refusal'] = {
  trouble: 'Le relais ne répond pas. Vérifiez la connexion et réessayez.',
  later: 'Trop d’essais. Réessayez dans quelques minutes.',
  laterIn: (time) => `Trop d’essais. Réessayez dans ${time}.`,
  together: 'L’e-mail et le mot de passe ne vont pas ensemble. Vérifiez les deux et réessayez.',
  weak: 'Ce mot de passe est facile à deviner. Choisissez-en un autre.',
  taken: 'Cet e-mail a déjà un compte.',
  email: 'Cela ne ressemble pas à une adresse e-mail.',
  password: 'Le mot de passe est trop court ou trop long.',
  name: 'Écrivez un nom de 80 caractères au plus.',
  form: 'Quelque chose ne va pas dans ce formulaire. Vérifiez chaque champ.',
  current: 'Le mot de passe actuel n’est pas le bon.',
  notSent: {
    reassigned: 'Non envoyé : la conversation est passée à quelqu’un d’autre.',
    conversation_closed: 'Non envoyé : la conversation était déjà terminée.',
    forbidden: 'Non envoyé : la conversation n’est pas la vôtre.',
    other: 'Non envoyé. Réessayez ou copiez le texte.',
  },
};
