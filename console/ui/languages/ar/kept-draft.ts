import type { Language } from '../language.ts';

export const keptDraft: Language['keptDraft'] = {
  title: 'ما بدأت كتابته محفوظ:',
  copy: 'نسخ',
};
