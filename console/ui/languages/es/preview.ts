import type { Language } from '../language.ts';

export const preview: Language['preview'] = {
  score: '¿Cómo le hemos atendido?',
  solved: '¿Se resolvió?',
  answers: ['Sí', 'En parte', 'No'],
  why: '¿Por qué?',
  effort: '¿Fue fácil recibir ayuda?',
  effortEnds: ['Muy difícil', 'Muy fácil'],
  recommend: '¿Nos recomendaría a un amigo?',
  recommendEnds: ['De ningún modo', 'Muy probablemente'],
  complaint: 'Esto es una queja: que alguien la revise, por favor',
  anonymous: 'Responder sin mi nombre',
  comment: 'Comentario',
};
