import type { Language } from '../language.ts';

export const target: Language['target'] = {
  title: 'الأهداف',
  hint: 'رد خلال هذا العدد من الثواني. المحادثة القريبة من هدفها تتقدم، وتُعلَّم في الوارد وفي اللوحة. فارغ: بلا هدف.',
  everybody: 'الجميع',
  departments: 'الأقسام',
  departmentsHint: 'بدلًا من هدف الجميع.',
  noDepartments: 'لا قسم بعد.',
  asEverybody: 'كالجميع',
  segments: 'شرائح الزوار',
  segmentsHint:
    'الشريحة وسم تعطيه للزائر صفحاتكم أو استيراد متجركم. وهدفها مقدَّم على هدف القسم؛ ومن عدة أهداف يُعتمد الأقصر.',
  segment: 'الشريحة',
  seconds: 'الثواني',
  secondsOf: (name) => `الثواني لـ ${name}`,
  add: 'إضافة شريحة',
  remove: (name) => `إزالة ${name}`,
  save: 'حفظ',
  saving: 'جارٍ الحفظ…',
  saved: 'تم الحفظ.',
  failed: 'تعذّر التحميل.',
  seenTitle: 'ماذا يعني هذا',
  seen: (name, length) => `${name}: رد خلال ${length}`,
  seenNone: (name) => `${name}: بلا هدف`,
};
