import type { Language } from '../language.ts';

export const chart: Language['chart'] = {
  define: (measure) => `معنى «${measure}»`,
  table: 'جدول',
  tableOf: (title) => `جدول «${title}»`,
  csv: 'CSV',
  csvOf: (title) => `CSV لـ «${title}»`,
  nothing: 'لا شيء يُعرض لهذه الفترة.',
};
