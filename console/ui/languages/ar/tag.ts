import type { Language } from '../language.ts';

export const tag: Language['tag'] = {
  title: 'وسوم هذه المحادثة',
  new: 'وسم جديد لهذه المحادثة',
  add: 'إضافة وسم',
  remove: (tag) => `إزالة الوسم ${tag} من هذه المحادثة`,
  problems: {
    tooMany: 'للمحادثة 20 وسمًا على الأكثر. أزيلوا واحدًا أولًا.',
    forbidden: 'لا يسمح دوركم بتغيير الوسوم.',
    gone: 'لم تعد هذه المحادثة موجودة.',
    failed: 'لم يُحفظ ذلك. حاولوا مرة أخرى.',
  },
};
