import type { Language } from '../language.ts';

export const notice: Language['notice'] = {
  title: 'Avisos',
  hint: 'Como você fica sabendo enquanto olha para outro lugar. Guardado para você em todos os dispositivos.',
  table: 'Do que você é avisado, e como',
  event: 'O quê',
  ways: { sound: 'Som', desktop: 'Aviso', push: 'Push' },
  wayHints: {
    sound: 'Em um console aberto',
    desktop: 'Por um console aberto',
    push: 'Também sem console aberto',
  },
  through: 'Também nas horas de silêncio',
  kinds: {
    assigned: 'Uma conversa é dada a você',
    message: 'Um visitante escreve em uma das suas',
    mention: 'Um colega menciona você',
    ask: 'Um colega pede algo a você, ou toca para você',
    queued: 'Uma nova conversa espera por qualquer pessoa',
    at_risk: 'Alguém espera tanto que a meta está em risco',
    follow_up: 'Um acompanhamento vence',
    low_rating: 'Uma avaliação baixa ou uma reclamação em uma das suas',
    held: 'Uma resposta para mais tarde não foi enviada e pergunta a você',
  },
  words: 'Os avisos dizem quem e o quê',
  wordsHint: 'Se não, só que há algo. Outras pessoas podem ver esta tela.',
  quietTitle: 'Não perturbe',
  quietHint: 'Sem som, sem aviso e sem push. Títulos e barras continuam.',
  quietOn: (time) => `Ligado até ${time}.`,
  quietOff: 'Desligado',
  hour: 'Por uma hora',
  morning: 'Até amanhã de manhã',
  end: 'Terminar agora',
  daily: 'Todos os dias entre estes horários',
  from: 'De',
  to: 'Até',
  device: 'Este navegador',
  states: {
    on: 'Avisos e push são permitidos aqui.',
    off: 'Os avisos ainda não são permitidos aqui.',
    denied:
      'Este navegador recusa avisos desta página. Permita-os nas configurações dele para a página e depois recarregue a página.',
    unsupported:
      'Este navegador não tem mensagens push aqui. Elas precisam de https; em um iPhone, o console precisa estar instalado na tela de início.',
  },
  allow: 'Permitir avisos aqui',
  test: 'Enviar um teste',
  devices: 'Para onde vão as mensagens push',
  forbid: 'Parar',
  forbidLong: (name) => `Parar as mensagens push para ${name}`,
  thisOne: 'este navegador',
  failed: 'Isto não funcionou. Tente de novo em instantes.',
  undecided:
    'Você fechou a pergunta do navegador sem responder. Pressione de novo “Permitir avisos aqui” e escolha “Permitir”. Se ele não perguntar mais, permita os avisos nas configurações dele para esta página.',
  missed: {
    one: (who) => `Enquanto você olhava para outro lugar: ${who}`,
    many: (count, who) =>
      `Enquanto você olhava para outro lugar: ${count} ${count === 1 ? 'conversa' : 'conversas'}, a última de ${who}`,
    lost: (who) => `Você não respondeu a tempo: ${who} espera de novo`,
    open: 'Abrir',
    dismiss: 'Guardar',
  },
  said: {
    product: 'Deskbell',
    something: 'Há algo novo.',
    test: 'Os avisos funcionam neste dispositivo.',
    offline: {
      title: 'Você está off-line',
      hint: 'O console não pode ser acessado. O que você escreveu fica guardado neste navegador e sai quando a conexão voltar.',
      retry: 'Tentar de novo',
    },
  },
};
