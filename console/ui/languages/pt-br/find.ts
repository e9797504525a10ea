import type { Language } from '../language.ts';

export const find: Language['find'] = {
  title: 'Busca',
  label: 'Palavras',
  hint: 'Palavras que precisam estar todas presentes. Mantenha palavras juntas com “aspas”.',
  kind: 'Procurar em',
  kinds: [
    ['', 'Tudo'],
    ['message', 'Mensagens'],
    ['note', 'Notas'],
    ['person', 'Pessoas'],
  ],
  status: 'Conversas',
  statuses: [
    ['', 'Abertas e encerradas'],
    ['open', 'Abertas'],
    ['closed', 'Encerradas'],
  ],
  author: 'Escrito por',
  authors: [
    ['', 'Qualquer pessoa'],
    ['visitor', 'Visitantes'],
    ['agent', 'A equipe'],
  ],
  empty: 'Busque mensagens, notas e pessoas',
  emptyHint: 'Maiúsculas e acentos não fazem diferença: cafe encontra Café.',
  none: 'Nada foi encontrado',
  noneHint: 'Tente menos palavras, ou só o começo de uma palavra.',
  refused: 'Não há aqui nenhuma palavra para buscar.',
  failed: 'A busca não respondeu. Tente de novo.',
  again: 'Tentar de novo',
  catchingUp: 'Parte do que foi escrito ainda está sendo incluída, então algo pode faltar.',
  more: 'Mostrar mais',
  loading: 'Buscando…',
  found: (count, more) => {
    if (more) return `Mais de ${count} resultados encontrados`;
    return count === 1 ? '1 resultado encontrado' : `${count} resultados encontrados`;
  },
  note: 'Nota',
  person: 'Pessoa',
  visitor: 'Visitante',
  closed: 'Encerrada',
};
