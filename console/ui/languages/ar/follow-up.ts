import type { Language } from '../language.ts';
import { plural } from './plural.ts';

export const followUp: Language['followUp'] = {
  nav: 'المتابعات',
  overdueCount: (count) =>
    plural(count, {
      zero: 'لا متأخرات',
      one: 'واحدة متأخرة',
      two: 'اثنتان متأخرتان',
      few: '# متأخرة',
      many: '# متأخرة',
      other: '# متأخرة',
    }),
  news: (count) =>
    plural(count, {
      zero: 'لا متابعات تحتاج إليكم.',
      one: 'متابعة تحتاج إليكم:',
      two: 'متابعتان تحتاجان إليكم. الأولى:',
      few: '# متابعات تحتاج إليكم. الأولى:',
      many: '# متابعة تحتاج إليكم. الأولى:',
      other: '# متابعة تحتاج إليكم. الأولى:',
    }),
  newsOf: (causes, label) => `${causes}، ${label}`,
  show: 'عرض',
  seen: 'اطّلعت عليها',
  causes: { complaint: 'شكوى', low_score: 'تقييم منخفض', unresolved: 'لم تُحلّ' },
  kinds: { by_hand: 'يدويًا', snooze: 'تذكير' },
  due: (time) => `تُستحق خلال ${time}`,
  overdueBy: (time) => `متأخرة منذ ${time}`,
  later: 'تذكير أو متابعة',
  laterShort: 'لاحقًا',
  snoozeHour: 'تذكير بعد ساعة',
  snoozeDay: 'تذكير غدًا في مثل هذا الوقت',
  snoozeWorkday: 'تذكير في التاسعة من يوم العمل التالي',
  make: 'متابعة…',
  saved: 'حُفظت. تجدونها تحت «المتابعات».',
  notDone: 'تعذّر ذلك. ربما سبقكم شخص آخر؛ القائمة محدّثة الآن.',
};
