import type { Language } from '../language.ts';

export const wording: Language['wording'] = {
  titles: { score: 'الرضا بحسب نص السؤال', effort: 'الجهد بحسب نص السؤال', recommend: 'التوصية بحسب نص السؤال' },
  unit: 'كل إجابة مذكورة تحت السؤال الذي طُرح',
  changed: (n) => `تغيّر النص: عدد الصيغ التي أُجيب عنها في هذه الفترة ${n}. يُرجى الحذر عند المقارنة.`,
  words: 'النص',
  ourOwn: 'نصنا الأصلي',
  quoted: (text, language) => `«${text}» (${language})`,
  otherwise: 'في اللغات الأخرى: نصنا الأصلي',
  asked: 'طُرح',
  always: 'طوال الوقت',
  from: (at) => `منذ ${at}`,
  until: (at) => `حتى ${at}`,
  fromTo: (from, to) => `${from} – ${to}`,
  answers: 'الإجابات',
  value: { score: 'راضون', effort: 'سهل', recommend: 'نقاط' },
  rows: {
    score: 'تقييمات السؤال بهذا النص',
    effort: 'تقييمات فيها إجابة عن الجهد، بهذا النص',
    recommend: 'تقييمات فيها توصية، بهذا النص',
  },
  askedWas: (text) => `السؤال المطروح: ${text}`,
};
