import type { Language } from '../language.ts';

export const pageSaid: Language['pageSaid'] = {
  said: 'O que a página diz',
  saidHint: 'Ninguém verificou isto.',
  verified: 'Verificado',
  verifiedHint: 'O site assinou quem é.',
  unverified: 'Não verificado',
  unverifiedHint: 'Ninguém verificou quem é.',
  subject: 'Identificação no site',
  name: 'Nome',
  locale: 'Idioma',
  department: 'Departamento',
  tags: 'Etiquetas',
  events: 'Na página',
};
