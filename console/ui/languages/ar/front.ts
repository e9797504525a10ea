import type { Language } from '../language.ts';

export const front: Language['front'] = {
  asked: 'ما سُئل عنه قبل الدردشة',
  askedHint: 'كما كتبه الزائر.',
  proactive: 'رد على رسالتنا',
  topic: 'الموضوع',
  complaint: 'شكوى',
  yes: 'نعم',
  agreed: 'وافق على',
  version: (version, when) => `النسخة ${version}، ${when}`,
  solved: { yes: 'حُلّت', partly: 'حُلّت جزئيًا', no: 'لم تُحلّ' },
  isComplaint: 'شكوى',
  effort: (effort) => `السهولة ${effort} من 7`,
  recommend: (recommend) => `التوصية ${recommend} من 10`,
};
