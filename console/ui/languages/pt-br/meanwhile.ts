import type { Language } from '../language.ts';

export const meanwhile: Language['meanwhile'] = {
  changed:
    'Outra pessoa salvou isto enquanto você escrevia. Ambas mudaram a mesma coisa; o que você escreveu continua aqui.',
  changedBy: (name) =>
    `${name} salvou isto enquanto você escrevia. As duas pessoas mudaram o mesmo; o que você escreveu continua aqui.`,
  theirsShown: 'Isto é o que foi salvo. O que você escreveu está guardado.',
  gone: 'Outra pessoa removeu ou renomeou o que você estava alterando. O que você escreveu ali não foi salvo.',
  seeTheirs: 'Ver a outra versão',
  takeTheirs: 'Usar a outra versão',
  keepMine: 'Salvar a minha',
};
