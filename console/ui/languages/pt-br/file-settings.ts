import type { Language } from '../language.ts';

export const fileSettings: Language['fileSettings'] = {
  title: 'Arquivos no chat',
  hint: 'Imagens e documentos que visitantes e atendentes enviam. As imagens perdem o que dizem sobre lugar e câmera.',
  on: 'Arquivos podem ser enviados',
  size: 'Maior arquivo (megabytes)',
  sizeHint: (max) => `Até ${max}.`,
  kinds: 'O que é aceito',
  kindsHint: 'Reconhecido pelo que está no arquivo, não pelo nome.',
  kindNames: {
    image: ['Imagens', 'JPEG, PNG, WebP e GIF.'],
    document: ['Documentos', 'PDF, RTF, documentos de escritório e texto puro.'],
    archive: ['Arquivos compactados', 'ZIP e semelhantes. Ninguém olha dentro.'],
    other: ['Qualquer outra coisa', 'Programas, gravações, o que ninguém conhece. Não há verificação de vírus.'],
  },
  keep: 'Remover arquivos depois de (dias)',
  keepHint: 'A mensagem fica e diz como o arquivo se chamava. Vazio: os arquivos ficam tanto quanto a conversa deles.',
  seen: 'O que um visitante vê ao lado da caixa de texto',
  seenOff: 'Nada: não há botão para arquivos.',
  keptAlways: 'Os arquivos são guardados tanto quanto a conversa deles.',
  keptFor: (days) => `Os arquivos são removidos ${days} depois de chegarem.`,
  faults: {
    size: (min, max) => `De ${min} a ${max}.`,
    kinds: 'Escolha pelo menos um tipo, ou desligue os arquivos.',
    days: (max) => `Escreva um número inteiro de 1 a ${max}, ou nada.`,
    other: 'Algo aqui não está certo.',
  },
};
