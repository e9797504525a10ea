import type { Language } from '../language.ts';

export const front: Language['front'] = {
  asked: 'Preguntado antes del chat',
  askedHint: 'Como lo escribió el visitante.',
  proactive: 'Responde a nuestro mensaje',
  topic: 'Tema',
  complaint: 'Queja',
  yes: 'Sí',
  agreed: 'Aceptó',
  version: (version, when) => `versión ${version}, ${when}`,
  solved: { yes: 'Resuelto', partly: 'Resuelto en parte', no: 'No resuelto' },
  isComplaint: 'Una queja',
  effort: (effort) => `Esfuerzo ${effort} de 7`,
  recommend: (recommend) => `Recomienda ${recommend} de 10`,
};
