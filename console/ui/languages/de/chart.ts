import type { Language } from '../language.ts';

export const chart: Language['chart'] = {
  define: (measure) => `Was „${measure}“ bedeutet`,
  table: 'Tabelle',
  tableOf: (title) => `Tabelle zu „${title}“`,
  csv: 'CSV',
  csvOf: (title) => `CSV zu „${title}“`,
  nothing: 'Für diesen Zeitraum gibt es nichts zu zeigen.',
};
