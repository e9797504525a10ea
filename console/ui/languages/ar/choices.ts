import type { Language } from '../language.ts';

export const choices: Language['choices'] = {
  add: 'إجابات للاختيار',
  hint: (min, max) => `يراها الزائر أزرارًا أسفل رسالتك. من ${min} إلى ${max}، كل واحدة في سطر.`,
  label: 'الإجابات، واحدة في كل سطر',
  wrong: (min, max, charsMax) =>
    `اكتب من ${min} إلى ${max} إجابات مختلفة، لا تزيد كل منها على ${charsMax} حرفًا ودون أقواس مربعة.`,
  put: 'ضعها أسفل الرسالة',
  remove: 'لا تعرض أي إجابة',
  cancel: 'إلغاء',
  offered: 'المعروض:',
  preview: 'كأزرار:',
};
