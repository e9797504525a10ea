import type { Language } from '../language.ts';

export const privacy: Language['privacy'] = {
  title: 'O que é coletado',
  before: 'Antes que um visitante abra o chat: nada. Nenhum cookie, nada armazenado, nenhuma conexão.',
  open: 'Quando o chat é aberto: um token aleatório no armazenamento do navegador e, no relay, o endereço, o título e o idioma da página com cada conversa, e quando o visitante esteve aqui pela última vez.',
  written:
    'O que o visitante escreve, envia como arquivo, preenche, avalia, e o que sua página diz do visitante. Nunca o endereço IP.',
  strict: 'Modo isolado',
  strictHint:
    'O chat roda em um frame do relay, para que nenhum script da sua página possa ler o que é dito. A política das suas páginas muda com isso (Sites).',
  strictOn: 'Rodar o chat em um frame próprio',
  files: 'Arquivos',
  filesHint:
    'Depois deste tempo os arquivos somem, e suas mensagens ficam. Envios pela metade somem depois de 30 minutos.',
  filesDays: 'Guardar arquivos por (dias)',
  filesEmpty: (max) => `De 1 a ${max}. Vazio: tanto quanto a conversa deles.`,
  filesWrong: (max) => `Escreva um número inteiro de 1 a ${max}, ou nada.`,
  ratings: 'Avaliações',
  anonymous: 'Deixar os visitantes avaliarem sem nome',
  anonymousHint: 'A resposta é contada, e ninguém na equipe fica sabendo de qual chat foi.',
  unsent: 'Palavras ainda não enviadas',
  preview: 'Mostrar a quem responde o que o visitante está escrevendo',
  previewHint:
    'Só enquanto a conversa está aberta, a quem a atende ou a vê; não fica guardado em lugar nenhum. Uma frase ao lado da caixa do visitante avisa, com um botão que desliga isso neste navegador.',
  counting: 'Mensagens automáticas',
  counted: 'Contar visitas no navegador do visitante',
  countedHint:
    'Desligado, nada é armazenado antes que o visitante aja, e regras sobre visitas repetidas não fazem nada. Ligado, uma contagem fica no armazenamento do navegador; seu aviso de privacidade deve dizer isso.',
  mail: 'Cópias por e-mail',
  transcripts: 'Oferecer uma cópia da conversa por e-mail',
  more: 'Em outros lugares',
  consent: 'Palavras com que um visitante concorda antes de escrever',
  person: 'Exportar ou apagar um visitante',
  personHint:
    'Na caixa de entrada, no painel sobre a pessoa: o que a equipe anotou, ou tudo, com todas as conversas e arquivos. Os relatórios continuam contando, sem a pessoa.',
  services: 'Serviços conectados',
  servicesHint:
    'O que fica sabendo um serviço de tradução, uma ajuda para escrever ou um sistema seu, e quando. Nada enquanto você não conectar nenhum.',
  orders: 'Pedidos e clientes',
  ordersHint: 'O servidor da sua loja retira os pedidos de uma pessoa com DELETE /api/v1/import/customers/ID.',
};
