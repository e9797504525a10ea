import type { Language } from '../language.ts';
import { plural } from './plural.ts';

export const right: Language['right'] = {
  title: 'من يجوز له ماذا',
  hint: 'يعمل الخادم بهذا الجدول في كل أمر؛ وما لا يجوز لشخص لا يُعرض عليه أيضًا. تُعطى الأدوار تحت «الأشخاص».',
  right: 'الصلاحية',
  may: 'نعم',
  mayNot: 'لا',
  own: 'دوركم',
  people: (count) =>
    plural(count, {
      zero: 'لا أحد',
      one: 'شخص واحد',
      two: 'شخصان',
      few: '# أشخاص',
      many: '# شخصًا',
      other: '# شخص',
    }),
  manage: 'يدير المالكون الجميع، ويدير المديرون الجميع سوى المالكين. وآخر مالك يبقى مالكًا.',
  viewer: 'من يشاهد فقط لا يغيّر شيئًا في أي مكان.',
  rights: {
    'conversation:read': 'قراءة المحادثات',
    'conversation:serve': 'الرد على الزوار وكتابة الملاحظات وسؤال الزملاء',
    'conversation:end': 'إنهاء المحادثات المنتظرة',
    'conversation:direct': 'تولّي محادثات الزملاء ونقلها وإعادتها',
    'message:remove': 'إزالة رسالة أي شخص، للسلامة',
    'board:read': 'رؤية اللوحة',
    'report:read': 'قراءة التقارير (الموظف: أرقامه فقط)',
    'report:team': 'قراءة تقارير الفريق كله',
    'replies:write': 'كتابة الردود المحفوظة',
    'settings:write': 'تغيير الإعدادات: المواقع والساعات والأقسام والقواعد',
    'people:write': 'إضافة الأشخاص وتغييرهم',
    'macros:write': 'كتابة وحدات الماكرو',
    'person:write': 'إضافة وسوم وملاحظات عن الأشخاص',
    'person:direct': 'دمج الملفات الشخصية وحظر الزوار وحذفهم',
    'visitors:read': 'رؤية من هم على الموقع الآن',
    'visitors:invite': 'دعوة الزوار إلى المحادثة',
    'view:share': 'حفظ قوائم الوارد للفريق كله',
  },
};
