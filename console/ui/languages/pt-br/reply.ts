import type { Language } from '../language.ts';

export const reply: Language['reply'] = {
  list: 'Respostas salvas',
  found: (count) => {
    if (count === 0) return 'Nenhuma resposta salva é assim. Esc fecha a lista.';
    const found = count === 1 ? '1 resposta salva' : `${count} respostas salvas`;
    return `${found}. As setas escolhem, Enter usa, Esc fecha a lista.`;
  },
  missing: (names) => `Não se sabe aqui, por isso omitido: ${names}`,

  title: 'Respostas salvas da equipe',
  ownTitle: 'Minhas próprias respostas',
  ownHint: 'Ninguém mais as encontra. Em uma conversa, digite / e as primeiras letras; as suas estão marcadas.',
  addOwn: 'Adicionar uma resposta própria',
  own: 'minha',
  hint: 'Respostas escritas uma só vez. Em uma conversa, digite / e as primeiras letras.',
  failed: 'Não foi possível carregar as respostas salvas.',
  empty: 'Nenhuma resposta salva ainda.',
  shortcut: 'Atalho',
  shortcutHint: 'Sem espaços, como “reembolso-atraso”. É digitado depois da barra.',
  body: 'O que diz',
  bodyHint:
    'Pode conter {visitor.name}, {visitor.email}, {agent.name} e {site.name}. Com uma palavra para quando não se sabe: {visitor.name|visitante}.',
  department: 'Para conversas de',
  everybody: 'Todos os departamentos',
  preview: 'O que um visitante leria',
  sample: {
    'visitor.name': 'Mia',
    'visitor.email': 'mia@example.org',
    'agent.name': 'Ana',
    'site.name': 'Minha loja',
  },
  add: 'Adicionar uma resposta salva',
  save: 'Salvar',
  saving: 'Salvando…',
  cancel: 'Cancelar',
  edit: (shortcut) => `Editar ${shortcut}`.trim(),
  remove: (shortcut) => `Remover ${shortcut}`.trim(),
  removing: 'Ela não será mais encontrada. O que foi enviado com ela permanece.',
  problems: {
    shortcut: 'Já existe uma com este atalho, ou ele contém mais do que letras, algarismos, pontos e hifens.',
    body: 'Escreva o que ela diz.',
    forbidden: 'Você não pode alterar respostas salvas.',
    gone: 'Ela não existe mais. Recarregue a página.',
    department: 'Um departamento citado aqui não existe mais. Escolha outro.',
    many: 'Já existem tantas quantas pode haver. Remova uma antes.',
    later: 'O relay não responde. Tente de novo em instantes.',
  },
};
