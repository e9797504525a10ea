import type { Language } from '../language.ts';

export const file: Language['file'] = {
  attach: 'Anexar um arquivo',
  drop: 'Solte os arquivos aqui',
  upTo: (size, kinds) => `Até ${size} cada: ${kinds}`,
  kinds: {
    image: 'imagens',
    document: 'documentos',
    archive: 'arquivos compactados',
    other: 'outros arquivos',
  },
  sending: (percent) => `Enviando, ${percent}`,
  waiting: 'Esperando o relay',
  cancel: (name) => `Cancelar ${name}`,
  remove: (name) => `Remover ${name}`,
  download: (name) => `Baixar ${name}`,
  gone: 'Não está mais guardado',
  picture: (name) => `Imagem, ${name}`,
  notSent: 'Ainda não enviada',
  describe: (name) => `O que ${name} mostra, para quem não pode ver (opcional)`,
  describeShort: 'O que ela mostra (opcional)',
  send: 'Enviar',
  sendOne: (name) => `Enviar ${name}`,
  problems: {
    too_large: 'Isto é maior do que o site permite.',
    too_many: 'São arquivos demais de uma vez.',
    empty: 'Este arquivo está vazio.',
    unreadable: 'Não é possível ler este arquivo.',
    unclean:
      'Não enviada: não é possível tirar desta imagem o lugar onde foi feita. Salve-a como JPEG ou PNG e escolha essa.',
    file_refused: 'Este tipo de arquivo, ou esta imagem, não é aceito.',
    file_quota: 'Não há espaço para mais arquivos nesta conversa.',
    files_off: 'Os arquivos estão desligados neste site.',
    reassigned: 'A conversa não é mais sua.',
  },
  notTaken: 'O relay não aceitou isto.',
};
