import type { Language } from '../language.ts';

export const keptDraft: Language['keptDraft'] = {
  title: 'Was Sie begonnen hatten, ist aufgehoben:',
  copy: 'Kopieren',
};
