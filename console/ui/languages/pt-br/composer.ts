import type { Language } from '../language.ts';

export const composer: Language['composer'] = {
  send: 'Enviar',
  more: 'Mais formas de enviar',
  closeResolved: 'Enviar e encerrar: resolvida',
  closeUnresolved: 'Enviar e encerrar: não resolvida',
  later: 'Enviar mais tarde…',
  enterSends: 'Enter envia',
  enterBreaks: 'Enter começa uma nova linha',
  undoOff: 'Enviar sem os segundos para desfazer',
  undoOn: 'Esperar alguns segundos antes de enviar',
  hintEnter: 'Enter envia, Shift + Enter começa uma nova linha',
  hintMod: 'Ctrl ou ⌘ + Enter envia, Enter começa uma nova linha',
  noteHintEnter: 'Só a equipe lê isto. Enter adiciona, Shift + Enter começa uma nova linha, @ menciona um colega',
  noteHintMod: 'Só a equipe lê isto. Ctrl ou ⌘ + Enter adiciona, @ menciona um colega',

  undo: {
    label: 'Mensagem a caminho',
    leaves: (seconds) => (seconds === 1 ? 'Sai em 1 segundo' : `Sai em ${seconds} segundos`),
    closes: 'e encerra a conversa',
    undo: 'Desfazer',
    now: 'Enviar agora',
  },

  closeRefused: {
    sent: (label) =>
      label === ''
        ? 'Sua resposta foi enviada, mas a conversa não foi encerrada.'
        : `Sua resposta a ${label} foi enviada, mas a conversa não foi encerrada.`,
    foreign: 'Outra pessoa da equipe está com ela agora e vai encerrá-la.',
    again: 'Encerre-a de novo ou continue escrevendo.',
    close: 'Encerrar de novo',
    putAway: 'Guardar',
  },
  undoLabel: 'Segundos em que uma mensagem pode ser chamada de volta',
  undoHint: 'De 0 a 30. Com 0, uma mensagem sai na hora. Vazio: os 5 de costume.',

  planned: {
    label: 'Para enviar mais tarde',
    at: (when) => `Sai ${when}`,
    byOther: (name, when) => `${name} envia isto ${when}`,
    outside: (opens) =>
      opens === null ? 'O chat estará fechado então.' : `O chat estará fechado então. Ele abre ${opens}.`,
    held: {
      visitor_wrote: 'Não enviada: o visitante escreveu nesse meio-tempo. Leia antes.',
      closed: 'Não enviada: a conversa está encerrada.',
      reassigned: 'Não enviada: outra pessoa está agora com esta conversa.',
      viewing: 'Não enviada: quem a escreveu agora só observa.',
      late: 'Não enviada: a hora passou, porque o relay não estava em execução.',
    },
    closes: 'Encerra a conversa.',
    change: 'Alterar',
    now: 'Enviar agora',
    cancel: 'Retirar',
    bar: (count) =>
      count === 1
        ? 'Uma resposta sua não foi enviada e precisa de uma decisão sua.'
        : `${count} respostas suas não foram enviadas e precisam de uma decisão sua.`,
    look: 'Ver',
  },

  dialog: {
    title: 'Enviar mais tarde',
    changeTitle: 'Alterar o que será enviado mais tarde',
    hint: (zone) => `Se o visitante escrever antes, a decisão volta para você. Seu horário: ${zone}.`,
    inHour: 'Em uma hora',
    tomorrow: 'Amanhã às nove',
    monday: 'Segunda-feira às nove',
    when: 'Data e hora',
    wrong: 'Escolha um momento no futuro, no máximo 90 dias à frente.',
    text: 'Mensagem',
    keep: 'Enviar mais tarde',
    save: 'Salvar',
    cancel: 'Cancelar',
  },

  mention: {
    list: 'Colegas',
    found: (count) =>
      count === 0
        ? 'Ninguém com este nome. Esc fecha a lista.'
        : `${count} ${count === 1 ? 'colega' : 'colegas'}. As setas escolhem, Enter usa o nome.`,
    bar: (name, label) => `${name} mencionou você em uma nota sobre ${label}`,
    more: (count) => (count === 1 ? 'e mais uma' : `e mais ${count}`),
    open: 'Abrir',
  },

  emoji: { open: 'Emoji', search: 'Buscar emoji', none: 'Nada encontrado' },
};
