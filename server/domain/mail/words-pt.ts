import type { MailWords } from './mail-words.ts';

/** Portuguese, as in Brazil. */
export const pt: MailWords = {
  lang: 'pt-BR',
  dir: 'ltr',
  you: 'Você',
  team: 'Nossa equipe',
  file: 'Arquivo',
  edited: 'editada',
  removed: 'Esta mensagem foi removida.',
  transcript: {
    subject: (site) => `Sua conversa com ${site}`,
    intro: (site) => `Aqui está a conversa com ${site} que você pediu.`,
    zone: (zone) => `Os horários são os de ${zone}.`,
    cut: 'A conversa é longa demais para um e-mail; esta é a parte final.',
    askedByVisitor: (site) =>
      `Alguém informou este endereço no chat de ${site} e pediu uma cópia. Se não foi você, não precisa fazer nada.`,
    askedByTeam: (site) => `A equipe de ${site} enviou esta cópia a você.`,
  },
  answer: {
    subject: (site) => `Uma resposta de ${site}`,
    intro: (site) => `Você escreveu para ${site}. Esta é a resposta que você ainda não viu:`,
    link: 'Voltar à página da conversa',
    how: 'Para continuar, abra a página de novo no mesmo navegador. O que você escrever por e-mail não chega à conversa.',
    why: (site) => `Você recebe este e-mail porque este endereço foi deixado no chat de ${site}.`,
  },
  rating: {
    subject: (site) => `Como foi sua conversa com ${site}?`,
    intro: (site) => `Você conversou com ${site}. Pode nos dizer como foi? Uma pergunta, mais um clique.`,
    link: 'Avaliar a conversa',
    until: (when) => `O link vale até ${when} e para uma resposta.`,
    why: (site) => `Você recebe este e-mail uma única vez, porque este endereço foi deixado no chat de ${site}.`,
  },
  stop: {
    line: 'Não receber mais e-mails',
    title: 'Não receber mais e-mails',
    intro: (site) => `Você quer não receber mais e-mails do chat de ${site} neste endereço?`,
    button: 'Sim, não enviar mais',
    done: 'Pronto. Este chat não enviará mais e-mails.',
  },
  page: {
    question: (site) => `Como foi sua conversa com ${site}?`,
    scores: ['Ruim', 'Não muito boa', 'Razoável', 'Boa', 'Muito boa'],
    comment: 'Um comentário, se quiser',
    send: 'Enviar',
    chooseOne: 'Escolha primeiro uma das cinco opções.',
    thanks: 'Obrigado. Sua resposta foi guardada.',
    given: 'Esta conversa já foi avaliada. Obrigado.',
    over: 'Este link não vale mais.',
    later: 'Não é possível agora. Tente de novo em um minuto.',
  },
};
