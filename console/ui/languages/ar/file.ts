import type { Language } from '../language.ts';

export const file: Language['file'] = {
  attach: 'إرفاق ملف',
  drop: 'أفلتوا الملفات هنا',
  upTo: (size, kinds) => `حتى ${size} لكل ملف: ${kinds}`,
  kinds: { image: 'صور', document: 'مستندات', archive: 'ملفات مضغوطة', other: 'ملفات أخرى' },
  sending: (percent) => `جارٍ الإرسال، ${percent}`,
  waiting: 'في انتظار الخادم',
  cancel: (name) => `إلغاء ${name}`,
  remove: (name) => `إزالة ${name}`,
  download: (name) => `تنزيل ${name}`,
  gone: 'لم يعد محفوظًا',
  problems: {
    too_large: 'هذا أكبر مما يسمح به الموقع.',
    too_many: 'هذه ملفات كثيرة في المرة الواحدة.',
    empty: 'هذا الملف فارغ.',
    unreadable: 'تتعذر قراءة هذا الملف.',
    file_refused: 'لا يُقبل هذا النوع من الملفات أو هذه الصورة.',
    file_quota: 'لا مكان لمزيد من الملفات في هذه المحادثة.',
    files_off: 'الملفات موقوفة في هذا الموقع.',
    reassigned: 'لم تعد المحادثة لديكم.',
  },
  notTaken: 'لم يقبل الخادم هذا.',
};
