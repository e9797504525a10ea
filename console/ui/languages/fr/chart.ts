import type { Language } from '../language.ts';

export const chart: Language['chart'] = {
  define: (measure) => `Ce que signifie « ${measure} »`,
  table: 'Tableau',
  tableOf: (title) => `Tableau de « ${title} »`,
  csv: 'CSV',
  csvOf: (title) => `CSV de « ${title} »`,
  nothing: 'Il n’y a rien à montrer pour cette période.',
};
