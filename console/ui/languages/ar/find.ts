import { number } from '../../format.ts';
import type { Language } from '../language.ts';
import { plural } from './plural.ts';

export const find: Language['find'] = {
  title: 'البحث',
  label: 'الكلمات',
  hint: 'كلمات يجب أن ترد جميعها. ولإبقاء الكلمات متتابعة توضع بين "علامتي اقتباس".',
  kind: 'البحث في',
  kinds: [
    ['', 'كل شيء'],
    ['message', 'الرسائل'],
    ['note', 'الملاحظات'],
    ['person', 'الأشخاص'],
  ],
  status: 'المحادثات',
  statuses: [
    ['', 'المفتوحة والمنتهية'],
    ['open', 'المفتوحة'],
    ['closed', 'المنتهية'],
  ],
  author: 'بقلم',
  authors: [
    ['', 'أي شخص'],
    ['visitor', 'الزوار'],
    ['agent', 'الفريق'],
  ],
  empty: 'البحث عن رسائل وملاحظات وأشخاص',
  emptyHint: 'لا فرق بين الأحرف الكبيرة والصغيرة ولا أثر للعلامات: cafe تجد Café.',
  none: 'لا نتائج',
  noneHint: 'جرّبوا كلمات أقل، أو بداية الكلمة فقط.',
  refused: 'ليس في هذا كلمة يمكن البحث عنها.',
  failed: 'لم يستجب البحث. يُرجى إعادة المحاولة.',
  again: 'إعادة المحاولة',
  catchingUp: 'جزء مما كُتب لا يزال قيد الإدراج، فقد ينقص شيء منه.',
  more: 'عرض المزيد',
  loading: 'جارٍ البحث…',
  found: (count, more) =>
    more
      ? `أكثر من ${number(count)} من المواضع`
      : plural(count, {
          zero: 'لا نتائج',
          one: 'وُجد موضع واحد',
          two: 'وُجد موضعان',
          few: 'وُجدت # مواضع',
          many: 'وُجد # موضعًا',
          other: 'وُجد # موضع',
        }),
  note: 'ملاحظة',
  person: 'شخص',
  visitor: 'زائر',
  closed: 'منتهية',
};
