import type { Language } from '../language.ts';

export const pageSaid: Language['pageSaid'] = {
  said: 'ما تقوله الصفحة',
  saidHint: 'لم يتحقق أحد من هذا.',
  verified: 'مؤكد',
  verifiedHint: 'وقّع الموقع على هوية هذا الشخص.',
  unverified: 'غير مؤكد',
  unverifiedHint: 'لم يتحقق أحد من هوية هذا الشخص.',
  subject: 'المعرّف في الموقع',
  name: 'الاسم',
  locale: 'اللغة',
  department: 'القسم',
  tags: 'الوسوم',
  events: 'في الصفحة',
};
