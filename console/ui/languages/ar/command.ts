import type { Language } from '../language.ts';
import { plural } from './plural.ts';

export const command: Language['command'] = {
  becomeAway: 'التحول إلى غائب',
  palette: {
    open: 'البحث أو تنفيذ أمر',
    title: 'البحث والأوامر',
    label: 'بحث',
    placeholder: 'محادثة أو شخص أو صفحة أو أمر',
    found: (count) =>
      plural(count, {
        zero: 'لا نتائج',
        one: 'نتيجة واحدة',
        two: 'نتيجتان',
        few: '# نتائج',
        many: '# نتيجة',
        other: '# نتيجة',
      }),
    nothing: 'لا شيء مناسب.',
    gone: (name) => `لم يعد ممكنًا هنا: ${name}. اختر من جديد.`,
    about: (name) => `عن ${name}`,
    back: 'رجوع',
    hint: 'مفاتيح الأسهم للاختيار، وEnter للفتح، وEsc للإغلاق',
    kinds: { command: 'أمر', conversation: 'محادثة', colleague: 'زميل', page: 'صفحة', find: 'بحث' },
  },
  colleague: 'زميل',
  transferTo: (name) => `نقل هذه المحادثة إلى ${name}`,
  invite: (name) => `دعوة ${name} إلى هذه المحادثة`,
  findAll: (text) => `البحث عن «${text}» في كل الرسائل`,
  write: {
    reply: 'كتابة رد',
    note: 'كتابة ملاحظة',
    change: 'التبديل بين الرد والملاحظة',
    line: 'سطر جديد',
    replies: 'الردود المحفوظة ووحدات الماكرو، في بداية الرد',
    mention: 'ذكر أحد أعضاء الفريق، في ملاحظة',
  },
  keys: {
    open: 'عرض اختصارات لوحة المفاتيح',
    title: 'اختصارات لوحة المفاتيح',
    letters: 'الأحرف وحدها اختصارات',
    lettersHint:
      'لا تفعل شيئًا أثناء الكتابة. يمكن إيقافها عند استخدام الإملاء الصوتي أو تكرار الضغط على المفاتيح سهوًا.',
    lettersOff: 'متوقفة: الأحرف وحدها لا تفعل شيئًا.',
    list: 'Tab للتنقل بين العناصر، ومفاتيح الأسهم داخل القوائم، وEsc لإغلاق ما هو مفتوح.',
  },
  groups: {
    anywhere: 'في كل مكان',
    go: 'الانتقال إلى',
    inbox: 'في القائمة',
    thread: 'في المحادثة',
    composer: 'أثناء الكتابة',
    people: 'الأشخاص',
    settings: 'الإعدادات',
  },
};
