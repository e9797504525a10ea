import type { Language } from '../language.ts';

/** Portuguese as in Brazil. */
export const language: Language<'one'> = {
  panel: {
    lang: 'pt-BR',
    dir: 'ltr',

    chat: 'Chat',
    openChat: 'Abrir o chat',
    closeChat: 'Fechar o chat',
    close: 'Fechar',
    messages: 'Mensagens',
    message: 'Mensagem',
    send: 'Enviar',
    endChat: 'Encerrar o chat',
    writeHint: 'Enter envia, Shift + Enter começa uma nova linha',
    placeholder: 'Escreva uma mensagem',
    newMessages: 'Novas mensagens',
    earlier: 'Mostrar mensagens anteriores',
    you: 'Você',
    team: 'Nossa equipe',
    today: 'Hoje',
    yesterday: 'Ontem',
    unread: { one: '{count} nova mensagem', other: '{count} novas mensagens' },
    left: { one: 'Resta {count} caractere', other: 'Restam {count} caracteres' },
    over: { one: '{count} caractere a mais', other: '{count} caracteres a mais' },

    greeting: 'Olá. Como podemos ajudar?',
    greetingMore: 'Escreva para nós aqui. Enquanto isso, você pode continuar lendo a página.',
    here: 'Há alguém para atender você',
    nobody: 'Ninguém está disponível no momento',
    nobodyMore:
      'Deixe sua mensagem. Ela fica aqui, e a primeira pessoa da equipe que voltar vai ler. Com seu e-mail, também podemos responder por lá.',
    full: 'Muitas pessoas estão esperando no momento',
    queued: 'Você está na fila; alguém vai atender você em breve',
    requeued: 'Outra pessoa vai atender você em breve',
    active: 'Aqui para ajudar você',
    ended: 'Este chat foi encerrado',
    rests: 'Escreva para nós',
    goesOn: 'Escreva para continuar este chat',

    leaveMessage: 'Deixar mensagem',

    pending: 'Enviando',
    sent: 'Enviada',
    delivered: 'Entregue',
    read: 'Lida',
    retry: 'Tentar de novo',
    typing: '{name} está digitando',

    joined: '{name} entrou no chat',

    connecting: 'Conectando',
    behind: 'Novas mensagens estão a caminho',
    offline: 'Não há conexão no momento. O que você escrever fica guardado aqui e será enviado quando ela voltar.',

    viewFailed: 'Esta parte do chat não pôde ser carregada.',

    blocked: 'O chat não está disponível aqui',
  },
  ended: {
    rate: 'Como foi o atendimento?',
    scores: ['1 de 5', '2 de 5', '3 de 5', '4 de 5', '5 de 5'],
    scoreWords: ['Muito ruim', 'Ruim', 'Regular', 'Bom', 'Muito bom'],
    comment: 'Comentário',
    commentMore: 'O que devemos manter ou melhorar?',
    sendRating: 'Enviar avaliação',
    sendingRating: 'Enviando sua avaliação',
    skip: 'Pular',
    ratingFailed: 'Não conseguimos enviar sua avaliação. Sua escolha está guardada aqui; por favor, tente de novo.',
    ratingLate: 'O prazo para avaliar este chat acabou. Obrigado mesmo assim.',
    thanks: 'Obrigado pela sua avaliação',
    thanksMore: 'Ela nos ajuda a melhorar.',
    goodbye: 'Obrigado por escrever para nós',
    goodbyeMore: 'Estamos aqui quando você precisar de novo.',
    startNew: 'Iniciar um novo chat',
    goOn: 'Continuar este chat',
    blocked: 'O chat não está disponível aqui',
    blockedReload: 'Há uma versão mais nova deste chat. Por favor, recarregue a página.',
    blockedMore: 'Por favor, fale conosco por outro meio. O que você escreveu está guardado neste navegador.',
  },
  email: {
    email: 'E-mail',
    optional: 'opcional',
    emailWrong: 'Isto não parece um endereço de e-mail.',
  },
  failure: {
    failed: 'Não enviada',
    sendAnew: 'Enviar em um novo chat',
    copy: 'Copiar texto',
    remove: 'Remover',

    conversationClosed: 'O chat foi encerrado antes de esta mensagem chegar.',
    notFound: 'Esse chat não existe mais.',
    tooLarge: 'Esta mensagem é longa demais.',
    refused: 'Nosso servidor não aceitou esta mensagem.',
  },
  service: {
    closed: 'Estamos fechados no momento',
    closedDay: 'Fechado hoje: {day}',
    offline: 'O chat está fora do ar no momento',
    opens: 'Abrimos de novo: {when}',
    when: '{day}, {time}',
    closedMore:
      'Deixe sua mensagem. Ela fica aqui, e responderemos assim que voltarmos. Com seu e-mail, também podemos responder por lá.',
    closedWritten:
      'Sua mensagem fica aqui, e responderemos assim que voltarmos. Você pode continuar escrevendo quando quiser.',

    next: 'Você é o próximo atendimento',
    number: 'Você está na posição {position}',
    soon: 'menos de um minuto',
    within: { one: 'menos de {minutes} minuto', other: 'menos de {minutes} minutos' },
    about: { one: 'cerca de {low} a {high} minuto', other: 'cerca de {low} a {high} minutos' },
    hours: { one: 'cerca de {low} a {high} hora', other: 'cerca de {low} a {high} horas' },
    waitMore: 'Sem tempo para esperar? Deixe seu e-mail e responderemos por lá. Seu lugar na fila está guardado.',
    place: '{where}; {wait}',
  },
  queueFull: {
    full: 'Há tantas pessoas esperando que não podemos colocar você na fila agora. Deixe a mensagem conosco e responderemos por e-mail, ou tente de novo daqui a pouco. O que você escreveu está guardado aqui.',
    leave: 'Deixar a mensagem',
  },
  notice: {
    held: 'Nosso servidor não pode receber mensagens agora. As suas ficam guardadas aqui e serão enviadas assim que possível.',
    heldRate:
      'Você escreve mais rápido do que conseguimos receber. Suas mensagens ficam guardadas aqui e seguem em instantes.',
    outboxFull: {
      one: '{max} mensagem já espera para ser enviada. Por favor, envie esta mais tarde.',
      other: '{max} mensagens já esperam para ser enviadas. Por favor, envie esta mais tarde.',
    },
    endFailed: 'Não conseguimos encerrar o chat. Por favor, tente de novo.',
    contactFailed: 'Não conseguimos salvar seu endereço. Por favor, tente de novo.',
  },
  alone: {
    more: 'Sua mensagem fica aqui, e a primeira pessoa da equipe que voltar vai responder. Você pode continuar escrevendo quando quiser.',
    leaveEmail: 'Salvar e-mail',
  },
  event: {
    wasRequeued: 'Outra pessoa vai atender você em breve. Seu lugar na fila está guardado.',
    reopened: 'Você reabriu o chat',
    closedBy: {
      visitor: 'Você encerrou o chat',
      agent: 'Nossa equipe encerrou o chat',
      system: 'O chat foi encerrado',
    },
    closedFor: {
      idle: 'O chat foi encerrado porque não tivemos mais notícias suas. Você pode continuar abaixo.',
      hours: 'O chat foi encerrado porque fechamos agora.',
    },
    kept: 'Estamos fechados agora. Sua mensagem está guardada, e responderemos assim que voltarmos.',
    idleWarning: 'Você ainda está aí? Sem resposta, este chat será encerrado às {time}.',
    ratedWith: 'Você avaliou este chat com {score} de 5',
    contactLeft: 'Podemos falar com você em {email}',
  },
  emoji: {
    emoji: 'Emoji',
    search: 'Buscar emoji',
    none: 'Nada encontrado',
  },
  menu: {
    more: 'Mais',
    keep: 'Guardar uma cópia deste chat',
    sound: 'Som para novas mensagens',
  },
  keep: {
    title: 'Guardar uma cópia deste chat',
    more: 'A cópia é criada aqui, no seu navegador.',
    asText: 'Salvar como texto',
    asPage: 'Salvar como página da web',
    back: 'Voltar ao chat',
    fileName: 'chat',
    with: 'Chat com {site}',
  },
};
