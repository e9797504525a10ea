import type { Language } from '../language.ts';

export const keptDraft: Language['keptDraft'] = {
  title: 'O que você tinha começado a escrever está guardado:',
  copy: 'Copiar',
};
