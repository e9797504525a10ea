import type { Language } from '../language.ts';

export const refusal: Language['refusal'] = {
  trouble: 'El relay no responde. Compruebe la conexión e inténtelo de nuevo.',
  later: 'Demasiados intentos. Inténtelo de nuevo en unos minutos.',
  laterIn: (time) => `Demasiados intentos. Inténtelo de nuevo en ${time}.`,
  together: 'El correo y la contraseña no coinciden. Compruebe ambos e inténtelo de nuevo.',
  weak: 'Esta contraseña es fácil de adivinar. Elija otra.',
  taken: 'Este correo ya tiene una cuenta.',
  email: 'Esto no parece una dirección de correo.',
  password: 'La contraseña es demasiado corta o demasiado larga.',
  name: 'Escriba un nombre de hasta 80 caracteres.',
  form: 'Algo de este formulario no está bien. Revise cada campo.',
  current: 'La contraseña actual no es correcta.',
  notSent: {
    reassigned: 'No enviado: la conversación pasó a otra persona.',
    conversation_closed: 'No enviado: la conversación ya estaba cerrada.',
    forbidden: 'No enviado: la conversación no es suya.',
    other: 'No enviado. Inténtelo de nuevo o copie el texto.',
  },
};
