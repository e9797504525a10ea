import type { Language } from '../language.ts';

export const command: Language['command'] = {
  becomeAway: 'Ficar ausente',
  palette: {
    open: 'Buscar ou fazer algo',
    title: 'Busca e comandos',
    label: 'Busca',
    placeholder: 'Conversa, pessoa, página ou comando',
    found: (count) => (count === 1 ? '1 resultado' : `${count} resultados`),
    nothing: 'Nada se encaixa.',
    gone: (name) => `Não é mais possível aqui: ${name}. Escolha de novo.`,
    about: (name) => `Sobre ${name}`,
    back: 'Voltar',
    hint: 'As setas escolhem, Enter abre, Esc fecha',
    kinds: { command: 'Comando', conversation: 'Conversa', colleague: 'Colega', page: 'Página', find: 'Busca' },
  },
  colleague: 'Colega',
  transferTo: (name) => `Transferir esta conversa para ${name}`,
  invite: (name) => `Convidar ${name} para esta conversa`,
  findAll: (text) => `Buscar “${text}” em todas as mensagens`,
  write: {
    reply: 'Escrever uma resposta',
    note: 'Escrever uma nota',
    change: 'Alternar entre resposta e nota',
    line: 'Nova linha',
    replies: 'Respostas salvas e macros, no início de uma resposta',
    mention: 'Citar alguém da equipe, em uma nota',
  },
  keys: {
    open: 'Mostrar os atalhos de teclado',
    title: 'Atalhos de teclado',
    letters: 'Letras sozinhas são atalhos',
    lettersHint:
      'Elas não fazem nada enquanto você escreve. Desligue-as se você usa entrada por voz ou pressiona teclas sem querer.',
    lettersOff: 'Desligado: letras sozinhas não fazem nada.',
    list: 'Tab passa entre os controles, as setas andam dentro de listas e menus, Esc fecha o que está aberto.',
  },
  groups: {
    anywhere: 'Em qualquer lugar',
    go: 'Ir para',
    inbox: 'Na lista',
    thread: 'Em uma conversa',
    composer: 'Enquanto você escreve',
    people: 'Pessoas',
    settings: 'Configurações',
  },
};
