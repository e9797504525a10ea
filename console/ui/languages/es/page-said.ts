import type { Language } from '../language.ts';

export const pageSaid: Language['pageSaid'] = {
  said: 'Lo que dice la página',
  saidHint: 'Nadie lo ha comprobado.',
  verified: 'Verificado',
  verifiedHint: 'El sitio ha firmado quién es.',
  unverified: 'Sin verificar',
  unverifiedHint: 'Nadie ha comprobado quién es.',
  subject: 'Identificador en el sitio',
  name: 'Nombre',
  locale: 'Idioma',
  department: 'Departamento',
  tags: 'Etiquetas',
  events: 'En la página',
};
