import type { Language } from '../language.ts';
import { plural } from './plural.ts';

export const reply: Language['reply'] = {
  list: 'الردود المحفوظة',
  found: (count) =>
    count === 0
      ? 'لا رد محفوظ يشبه هذا. Esc لإغلاق القائمة.'
      : `${plural(count, {
          zero: 'لا ردود محفوظة',
          one: 'رد محفوظ واحد',
          two: 'ردّان محفوظان',
          few: '# ردود محفوظة',
          many: '# ردًا محفوظًا',
          other: '# رد محفوظ',
        })}. مفاتيح الأسهم للاختيار، وEnter لأخذه، وEsc لإغلاق القائمة.`,
  missing: (names) => `غير معروف هنا ولذلك حُذف: ${names}`,

  title: 'الردود المحفوظة للفريق',
  ownTitle: 'ردودي الخاصة',
  ownHint: 'لا يجدها أحد سواكم. في المحادثة: اكتبوا / ثم الأحرف الأولى؛ والخاصة بكم مميّزة.',
  addOwn: 'إضافة رد خاص بي',
  own: 'خاص بي',
  hint: 'ردود تُكتب مرة واحدة. في المحادثة: اكتبوا / ثم الأحرف الأولى.',
  failed: 'تعذّر تحميل الردود المحفوظة.',
  empty: 'لا ردود محفوظة بعد.',
  shortcut: 'الاختصار',
  shortcutHint: 'دون مسافات، مثل «refund-late». يُكتب بعد الشرطة المائلة.',
  body: 'النص',
  bodyHint:
    'يمكن أن يحتوي على {visitor.name} و{visitor.email} و{agent.name} و{site.name}. ومع كلمة بديلة عندما لا يُعرف: {visitor.name|there}.',
  department: 'لمحادثات',
  everybody: 'كل الأقسام',
  preview: 'ما يقرؤه الزائر',
  sample: { 'visitor.name': 'ليلى', 'visitor.email': 'layla@example.org', 'agent.name': 'آنا', 'site.name': 'متجري' },
  add: 'إضافة رد محفوظ',
  save: 'حفظ',
  saving: 'جارٍ الحفظ…',
  cancel: 'إلغاء',
  edit: (shortcut) => `تعديل ${shortcut}`.trim(),
  remove: (shortcut) => `إزالة ${shortcut}`.trim(),
  removing: 'لن يُعثر عليه بعد ذلك. وما أُرسل به يبقى.',
  problems: {
    shortcut: 'يوجد رد بهذا الاختصار بالفعل، أو يحتوي على غير الأحرف والأرقام والنقاط والشرطات.',
    body: 'يُرجى كتابة النص.',
    forbidden: 'لا تملكون صلاحية تغيير الردود المحفوظة.',
    gone: 'لم يعد موجودًا. يُرجى إعادة تحميل الصفحة.',
    department: 'لم يعد أحد الأقسام المذكورة هنا موجودًا. يُرجى اختيار قسم آخر.',
    many: 'بلغ العدد حده الأقصى. يُرجى إزالة أحد الردود أولًا.',
    later: 'الخادم لا يستجيب. يُرجى إعادة المحاولة بعد قليل.',
  },
};
