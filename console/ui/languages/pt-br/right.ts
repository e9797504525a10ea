import type { Language } from '../language.ts';

export const right: Language['right'] = {
  title: 'Quem pode fazer o quê',
  hint: 'O relay segue esta tabela em cada comando; o que alguém não pode fazer também não é oferecido. Os papéis são dados em Pessoas.',
  right: 'Permissão',
  may: 'Sim',
  mayNot: 'Não',
  own: 'Seu papel',
  people: (count) => (count === 1 ? '1 pessoa' : `${count} pessoas`),
  manage:
    'Proprietários gerenciam todos; administradores, todos menos proprietários. O último proprietário continua sendo um.',
  viewer: 'Quem só olha não altera nada em lugar nenhum.',
  rights: {
    'conversation:read': 'Ler conversas',
    'conversation:serve': 'Responder a visitantes, escrever notas, pedir a colegas',
    'conversation:end': 'Encerrar conversas que esperam',
    'conversation:direct': 'Assumir, transferir e devolver conversas de colegas',
    'message:remove': 'Remover a mensagem de qualquer pessoa, por segurança',
    'board:read': 'Ver o painel',
    'report:read': 'Ler relatórios (um atendente: os próprios números)',
    'report:team': 'Ler relatórios de toda a equipe',
    'replies:write': 'Escrever respostas salvas',
    'settings:write': 'Alterar configurações: sites, horário, departamentos, regras',
    'people:write': 'Adicionar e alterar pessoas',
    'macros:write': 'Escrever macros',
    'person:write': 'Dar etiquetas e notas a pessoas',
    'person:direct': 'Unir perfis, bloquear e apagar visitantes',
    'visitors:read': 'Ver quem está no site',
    'visitors:invite': 'Convidar visitantes para o chat',
    'view:share': 'Salvar listas da caixa de entrada para toda a equipe',
  },
};
