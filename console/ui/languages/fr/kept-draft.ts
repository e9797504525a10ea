import type { Language } from '../language.ts';

export const keptDraft: Language['keptDraft'] = {
  title: 'Ce que vous aviez commencé est conservé :',
  copy: 'Copier',
};
