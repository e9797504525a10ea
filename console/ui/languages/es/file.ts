import type { Language } from '../language.ts';

export const file: Language['file'] = {
  attach: 'Adjuntar un archivo',
  drop: 'Suelte los archivos aquí',
  upTo: (size, kinds) => `Hasta ${size} cada uno: ${kinds}`,
  kinds: { image: 'imágenes', document: 'documentos', archive: 'archivos comprimidos', other: 'otros archivos' },
  sending: (percent) => `Enviando, ${percent}`,
  waiting: 'Esperando al relay',
  cancel: (name) => `Cancelar ${name}`,
  remove: (name) => `Quitar ${name}`,
  download: (name) => `Descargar ${name}`,
  gone: 'Ya no se conserva',
  picture: (name) => `Imagen, ${name}`,
  notSent: 'Sin enviar todavía',
  describe: (name) => `Qué muestra ${name}, para quienes no pueden verla (opcional)`,
  describeShort: 'Qué muestra (opcional)',
  send: 'Enviar',
  sendOne: (name) => `Enviar ${name}`,
  problems: {
    too_large: 'Es más grande de lo que permite el sitio.',
    too_many: 'Son demasiados a la vez.',
    empty: 'Este archivo está vacío.',
    unreadable: 'No se puede leer este archivo.',
    unclean:
      'No se ha enviado: no se puede quitar de esta imagen el lugar donde se tomó. Guárdela como JPEG o PNG y elija esa.',
    file_refused: 'Este tipo de archivo, o esta imagen, no se acepta.',
    file_quota: 'No queda sitio para más archivos en esta conversación.',
    files_off: 'Los archivos están desactivados en este sitio.',
    reassigned: 'La conversación ya no es suya.',
  },
  notTaken: 'El relay no lo aceptó.',
};
