import type { Language } from '../language.ts';

export const face: Language['face'] = {
  title: 'Como os visitantes veem você',
  hint: 'Seu nome, esta imagem e o que você faz ficam acima do chat e ao lado das suas mensagens. Só visitantes dos seus sites os recebem.',
  of: (name) => `Como os visitantes veem ${name}`,
  job: 'O que você faz',
  jobHint: 'Em uma ou duas palavras, como Suporte. Pode ficar vazio.',
  choose: 'Escolher uma imagem',
  another: 'Escolher outra imagem',
  remove: 'Remover a imagem',
  pictureHint:
    'JPEG, PNG, WebP ou GIF. O meio dela é guardado, como um pequeno quadrado, sem onde nem quando foi tirada.',
  picture: (name) => `Imagem de ${name}`,
  save: 'Salvar',
  saving: 'Salvando…',
  saved: 'Salvo',
  problems: {
    unreadable: 'Não é possível ler esta imagem. Escolha outra.',
    refused: 'O relay não aceita isto. Escolha outra imagem, ou um texto mais curto.',
    later: 'O relay não responde. Verifique a conexão e tente de novo.',
  },
};
