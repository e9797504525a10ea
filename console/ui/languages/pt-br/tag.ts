import type { Language } from '../language.ts';

export const tag: Language['tag'] = {
  title: 'Etiquetas desta conversa',
  new: 'Nova etiqueta desta conversa',
  add: 'Adicionar uma etiqueta',
  remove: (tag) => `Remover a etiqueta ${tag} desta conversa`,
  problems: {
    tooMany: 'Uma conversa tem no máximo 20 etiquetas. Remova uma primeiro.',
    forbidden: 'Sua função não pode mudar etiquetas.',
    gone: 'Esta conversa não existe mais.',
    failed: 'Isso não foi salvo. Tente de novo.',
  },
};
