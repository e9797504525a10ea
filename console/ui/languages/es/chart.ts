import type { Language } from '../language.ts';

export const chart: Language['chart'] = {
  define: (measure) => `Qué significa «${measure}»`,
  table: 'Tabla',
  tableOf: (title) => `Tabla de «${title}»`,
  csv: 'CSV',
  csvOf: (title) => `CSV de «${title}»`,
  nothing: 'No hay nada que mostrar en este periodo.',
};
