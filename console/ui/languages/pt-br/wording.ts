import type { Language } from '../language.ts';

export const wording: Language['wording'] = {
  titles: {
    score: 'Satisfação segundo o texto da pergunta',
    effort: 'Esforço segundo o texto da pergunta',
    recommend: 'Recomendação segundo o texto da pergunta',
  },
  unit: 'cada resposta aparece sob a pergunta que foi feita',
  changed: (n) => `O texto mudou: neste período, ${n} versões receberam respostas. Compare com cuidado.`,
  words: 'Texto',
  ourOwn: 'Nosso próprio texto',
  quoted: (text, language) => `“${text}” (${language})`,
  otherwise: 'Nos outros idiomas: nosso próprio texto',
  asked: 'Perguntado',
  always: 'o tempo todo',
  from: (at) => `desde ${at}`,
  until: (at) => `até ${at}`,
  fromTo: (from, to) => `${from} – ${to}`,
  answers: 'Respostas',
  value: { score: 'Satisfação', effort: 'Fácil', recommend: 'Pontos' },
  rows: {
    score: 'Avaliações da pergunta com este texto',
    effort: 'Avaliações com uma resposta sobre o esforço, com este texto',
    recommend: 'Avaliações com uma recomendação, com este texto',
  },
  askedWas: (text) => `Perguntamos: ${text}`,
};
