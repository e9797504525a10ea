import { inLanguage } from './language.ts';

/** What people read around every chart; fetched with the reports. */
export const chartWords = inLanguage('chart', {
  define: (measure: string) => `What “${measure}” means`,
  table: 'Table',
  tableOf: (title: string) => `Table of “${title}”`,
  csv: 'CSV',
  csvOf: (title: string) => `CSV of “${title}”`,
  nothing: 'There is nothing to show for this period.',
} as const);
