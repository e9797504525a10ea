import type { Language } from '../language.ts';

/** What may be done with a message. */
export const amended: Language['amended'] = {
  removed: 'حُذفت هذه الرسالة',
  edited: 'معدّلة',
  show: 'عرض الرسالة التي تردّ عليها هذه الرسالة',
  messageMore: 'خيارات الرسالة',
  answer: 'رد',
  copyWords: 'نسخ النص',
  edit: 'تعديل',
  removeIt: 'حذف',
  removeSure: 'هل تريد حذف هذه الرسالة لدى الجميع؟',
  keepIt: 'الإبقاء عليها',
  saveIt: 'حفظ',
  stopEditing: 'إلغاء',
  answering: 'أنت ترد على',
  stopAnswering: 'عدم الرد على هذه الرسالة',
  tooLateToEdit: 'فات وقت تغيير هذه الرسالة.',
  choices: 'اختر إجابة',
  choicesSpent: 'كانت هذه الإجابات معروضة',
  notDone: 'لم ينجح ذلك. يُرجى المحاولة مرة أخرى.',
};

/** What is seen before it is sent. */
export const preview: Language['preview'] = {
  seen: 'نرى ما تكتبه قبل أن ترسله.',
  hide: 'لا تُظهره',
  unseen: 'نرى فقط ما ترسله.',
  show: 'أظهره أثناء الكتابة',
};

/** Another department. */
export const redirect: Language['redirect'] = {
  title: 'اسأل قسمًا آخر',
  back: 'العودة إلى الدردشة',
  more: 'تنتقل دردشتك إلى هناك كما هي، مع كل ما كُتب. وسيجيبك شخص آخر.',
  where: 'أي قسم؟',
  why: 'لماذا؟ (اختياري)',
  go: 'اسأل هناك',
  going: 'جارٍ الطلب',
  notNow: 'هذا غير ممكن الآن. يمكنك متابعة الكتابة هنا.',
  tooOften: 'لقد طلبت قسمًا آخر قبل قليل. يُرجى الانتظار قليلًا.',
};
