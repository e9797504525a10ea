import type { Language } from '../language.ts';

export const preview: Language['preview'] = {
  score: 'كيف كانت خدمتنا؟',
  solved: 'هل حُلّت المشكلة؟',
  answers: ['نعم', 'جزئيًا', 'لا'],
  why: 'لماذا؟',
  effort: 'ما مدى سهولة الحصول على المساعدة؟',
  effortEnds: ['صعب جدًا', 'سهل جدًا'],
  recommend: 'هل توصي بنا لصديق؟',
  recommendEnds: ['أبدًا', 'بكل تأكيد'],
  complaint: 'هذه شكوى: نرجو أن ينظر فيها أحد',
  anonymous: 'الإجابة دون ذكر اسمي',
  comment: 'تعليق',
};
