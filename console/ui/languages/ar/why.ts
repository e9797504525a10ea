import type { Language } from '../language.ts';
import { plural } from './plural.ts';

export const why: Language['why'] = {
  by: {
    least_share: '',
    longest_idle: 'الأطول دون محادثة',
    round_robin: 'صاحب الدور التالي',
    known: 'معروف لدى الزائر',
  },
  load: (load, capacity) => `${load} من ${capacity}`,
  idle: (length) => `دون عمل منذ ${length}`,
  speaks: (language) => `اللغة: ${language}`,
  priority: (level) => `الأولوية ${level}`,
  relaxed: 'طال الانتظار دون إيجاد الأنسب',
  skipped: (name, why) => `تُجووز ${name}: ${why}`,
  skippedMore: (count) =>
    plural(count, {
      zero: 'لم يُتجاوز غيرهم',
      one: 'تُجووز شخص آخر',
      two: 'تُجووز شخصان آخران',
      few: 'تُجووز # آخرون',
      many: 'تُجووز # شخصًا آخر',
      other: 'تُجووز # شخص آخر',
    }),
  full: 'بلغ حده الأقصى',
  missed: 'فاتته المحادثة',
  site: 'موقع آخر',
  department: 'قسم آخر',
  lacks: (what) => `دون ${what}`,
};
