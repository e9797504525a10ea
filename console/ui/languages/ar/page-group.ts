import type { Language } from '../language.ts';

export const pageGroup: Language['pageGroup'] = {
  window: 'نافذة الدردشة',
  service: 'الخدمة',
  team: 'الفريق',
  system: 'النظام',
};
