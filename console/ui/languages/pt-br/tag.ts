import { number } from '../../format.ts';
import type { Language } from '../language.ts';

export const tag: Language['tag'] = {
  title: 'Etiquetas desta conversa',
  new: 'Nova etiqueta desta conversa',
  add: 'Adicionar uma etiqueta',
  remove: (tag) => `Remover a etiqueta ${tag} desta conversa`,
  list: {
    title: 'Etiquetas',
    hint: 'Do que tratam as conversas. São oferecidas onde alguém etiqueta ou filtra; outras palavras continuam possíveis.',
    empty: 'Ainda não há etiquetas.',
    add: 'Adicionar etiquetas',
    name: 'Etiqueta',
    renameHint:
      'As conversas abertas mudam com ela. As encerradas mantêm a palavra que tinham, e os relatórios delas também.',
    on: (count) => (count === 1 ? 'em 1 conversa aberta' : `em ${number(count)} conversas abertas`),
    removing: 'Ela deixa de ser oferecida. As conversas encerradas a mantêm.',
    removeOnly: 'Remover da lista',
    removeOn: (count) =>
      count === 1 ? 'E tirar de 1 conversa aberta' : `E tirar de ${number(count)} conversas abertas`,
    others: 'Escritas à mão',
    othersHint: 'Em conversas abertas e fora da lista.',
    take: (tag) => `Adicionar ${tag} à lista`,
    instead: (tag) => `No lugar de ${tag}`,
    part: 'Nem todas puderam ser alteradas. Tente de novo.',
    wrong: (chars, max) => `Até ${number(max)} etiquetas de até ${number(chars)} caracteres.`,
  },
  problems: {
    tooMany: 'Uma conversa tem no máximo 20 etiquetas. Remova uma primeiro.',
    forbidden: 'Sua função não pode mudar etiquetas.',
    gone: 'Esta conversa não existe mais.',
    failed: 'Isso não foi salvo. Tente de novo.',
  },
};
