import type { Language } from '../language.ts';

export const preview: Language['preview'] = {
  score: 'Como foi o atendimento?',
  solved: 'Isso resolveu?',
  answers: ['Sim', 'Em parte', 'Não'],
  why: 'Por quê?',
  effort: 'Foi fácil obter ajuda?',
  effortEnds: ['Muito difícil', 'Muito fácil'],
  recommend: 'Recomendaria os nossos serviços a um amigo?',
  recommendEnds: ['De modo nenhum', 'Com certeza'],
  complaint: 'É uma reclamação: peço que alguém veja',
  anonymous: 'Responder sem o meu nome',
  comment: 'Comentário',
};
