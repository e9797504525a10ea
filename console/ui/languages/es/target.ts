import type { Language } from '../language.ts';

export const target: Language['target'] = {
  title: 'Objetivos',
  hint: 'Una respuesta en tantos segundos. Una conversación cerca de su objetivo sube, y se marca en la bandeja y en el panel. Vacío: sin objetivo.',
  everybody: 'Todos',
  departments: 'Departamentos',
  departmentsHint: 'En lugar del objetivo de todos.',
  noDepartments: 'Todavía no hay ningún departamento.',
  asEverybody: 'Como para todos',
  segments: 'Segmentos de visitantes',
  segmentsHint:
    'Un segmento es una etiqueta que sus páginas o la importación de su tienda dan a un visitante. Su objetivo va antes que el del departamento; de varios cuenta el más corto.',
  segment: 'Segmento',
  seconds: 'Segundos',
  secondsOf: (name) => `Segundos para ${name}`,
  add: 'Añadir un segmento',
  remove: (name) => `Quitar ${name}`,
  save: 'Guardar',
  saving: 'Guardando…',
  saved: 'Guardado.',
  failed: 'No se pudo cargar.',
  seenTitle: 'Qué significa',
  seen: (name, length) => `${name}: una respuesta en ${length}`,
  seenNone: (name) => `${name}: sin objetivo`,
};
