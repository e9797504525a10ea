import type { Language } from '../language.ts';

export const target: Language['target'] = {
  title: 'Metas',
  hint: 'Uma resposta em até tantos segundos. Uma conversa perto da sua meta sobe, e é marcada na caixa de entrada e no painel. Vazio: sem meta.',
  everybody: 'Todos',
  departments: 'Departamentos',
  departmentsHint: 'No lugar da meta de todos.',
  noDepartments: 'Ainda não há departamento.',
  asEverybody: 'Como para todos',
  segments: 'Segmentos de visitantes',
  segmentsHint:
    'Um segmento é uma etiqueta que suas páginas ou a importação da sua loja dão a um visitante. Sua meta vem antes da do departamento; entre várias, conta a mais curta.',
  segment: 'Segmento',
  seconds: 'Segundos',
  secondsOf: (name) => `Segundos para ${name}`,
  add: 'Adicionar um segmento',
  remove: (name) => `Remover ${name}`,
  save: 'Salvar',
  saving: 'Salvando…',
  saved: 'Salvo.',
  failed: 'Não foi possível carregar isto.',
  seenTitle: 'O que isto significa',
  seen: (name, length) => `${name}: uma resposta em até ${length}`,
  seenNone: (name) => `${name}: sem meta`,
};
