import type { Language } from '../language.ts';

export const mail: Language['mail'] = {
  state: {
    title: 'E-mail de saída',
    off: 'O e-mail está desligado: nada sai. Para ligá-lo, inicie o relay com SMTP_URL e MAIL_FROM. Todo o resto funciona sem isso.',
    on: (from) => `O e-mail sai como ${from}.`,
    counts: (sent, waiting) =>
      `${sent} ${sent === 1 ? 'e-mail enviado' : 'e-mails enviados'} nas últimas 24 horas, ${waiting} esperando.`,
    test: 'Enviar-me um e-mail de teste',
    tested: 'O e-mail de teste está a caminho do seu endereço. Se for recusado, isso aparece abaixo em um minuto.',
    failed: 'Não foi possível carregar o estado do e-mail.',
  },
  site: {
    title: 'E-mail para visitantes',
    hint: 'Cada e-mail diz por que veio e como não receber mais. Para um endereço vai um número limitado por dia.',
    transcripts: 'Os visitantes podem pedir que uma cópia do chat seja enviada a um endereço',
    answers: 'Enviar uma resposta que não foi lida ao endereço que o visitante deixou',
    after: 'Minutos sem a ter lido',
    afterHint:
      'O e-mail contém só a resposta. Seu link leva à sua página e não abre nada: o chat está lá para o navegador do próprio visitante.',
    rating: 'Pedir uma avaliação por e-mail uma hora depois do fim, onde nenhuma foi dada',
    ratingHint:
      'Uma vez por chat, a visitantes que deixaram um endereço e foram respondidos. O link vale por sete dias e uma resposta.',
  },
  report: {
    title: 'Números por e-mail',
    hint: 'Os números do relatório, cada um com sua quantidade de casos, de dias inteiros anteriores.',
    every: 'Com que frequência',
    everys: { never: 'Nunca', day: 'Todos os dias', week: 'Toda semana' },
    weekday: 'Em',
    weekdays: ['Segunda-feira', 'Terça-feira', 'Quarta-feira', 'Quinta-feira', 'Sexta-feira', 'Sábado', 'Domingo'],
    hour: 'Às',
    zone: 'Fuso horário',
    zoneFault: 'Não existe tal fuso horário. Escolha um da lista.',
    site: 'De qual site',
    allSites: 'Todos os sites',
    to: 'Para quem',
    nobody: 'Escolha alguém, ou nada é enviado.',
    save: 'Salvar',
    discard: 'Descartar',
    saved: 'Salvo.',
  },
  dead: {
    title: 'Não entregues',
    none: 'Nenhum envio foi abandonado.',
    what: {
      test: 'E-mail de teste',
      transcript: 'Cópia de um chat',
      answer: 'Resposta',
      rating: 'Pedido de avaliação',
      report: 'Números',
      alert: 'Aviso à equipe',
    },
    tries: (count) => (count === 1 ? '1 tentativa' : `${count} tentativas`),
    retry: (address) => `Tentar de novo: ${address}`,
    retryShort: 'Tentar de novo',
  },
  copy: {
    open: 'Enviar uma cópia por e-mail',
    hint: 'Tudo o que o visitante pode ver, sem notas, no idioma do chat.',
    to: 'Endereço de e-mail',
    send: 'Enviar a cópia',
    cancel: 'Cancelar',
    close: 'Fechar',
    sent: 'A cópia está a caminho.',
  },
  problems: {
    mail_off: 'O e-mail está desligado, ou as cópias estão desligadas neste site.',
    unanswered: 'Uma cópia pode ser enviada quando alguém tiver respondido.',
    rate_limited: 'Tantos e-mails foram para este endereço hoje que não são enviados mais.',
    invalid_payload: 'Isto não parece um endereço de e-mail.',
    changed_meanwhile:
      'Outra pessoa salvou isto nesse meio-tempo. O seu continua aqui: salve de novo ou descarte para ver o outro.',
    forbidden: 'Você não pode fazer isto.',
    other: 'O relay não responde. Tente de novo em instantes.',
  },
};
