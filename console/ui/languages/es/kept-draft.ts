import type { Language } from '../language.ts';

export const keptDraft: Language['keptDraft'] = {
  title: 'Lo que había empezado a escribir se conserva:',
  copy: 'Copiar',
};
