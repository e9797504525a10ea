import type { Language } from '../language.ts';

export const chart: Language['chart'] = {
  define: (measure) => `O que significa “${measure}”`,
  table: 'Tabela',
  tableOf: (title) => `Tabela de “${title}”`,
  csv: 'CSV',
  csvOf: (title) => `CSV de “${title}”`,
  nothing: 'Não há nada para mostrar neste período.',
};
