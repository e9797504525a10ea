import type { Language } from '../language.ts';

export const fileSettings: Language['fileSettings'] = {
  title: 'Archivos en el chat',
  hint: 'Imágenes y documentos que envían visitantes y agentes. Las imágenes pierden lo que dicen del lugar y la cámara.',
  on: 'Se pueden enviar archivos',
  size: 'Archivo más grande (megabytes)',
  sizeHint: (max) => `Hasta ${max}.`,
  kinds: 'Qué se acepta',
  kindsHint: 'Se reconoce por lo que hay en el archivo, no por su nombre.',
  kindNames: {
    image: ['Imágenes', 'JPEG, PNG, WebP y GIF.'],
    document: ['Documentos', 'PDF, RTF, documentos de oficina y texto sin formato.'],
    archive: ['Archivos comprimidos', 'ZIP y similares. Nadie mira dentro.'],
    other: ['Cualquier otra cosa', 'Programas, grabaciones, lo desconocido. No hay antivirus.'],
  },
  keep: 'Quitar los archivos después de (días)',
  keepHint: 'El mensaje queda y dice cómo se llamaba el archivo. Vacío: los archivos duran lo que su conversación.',
  seen: 'Lo que ve un visitante junto al cuadro de texto',
  seenOff: 'Nada: no hay botón para archivos.',
  keptAlways: 'Los archivos duran lo que su conversación.',
  keptFor: (days) => `Los archivos se quitan ${days} después de llegar.`,
  faults: {
    size: (min, max) => `De ${min} a ${max}.`,
    kinds: 'Elija al menos un tipo o desactive los archivos.',
    days: (max) => `Escriba un número entero de 1 a ${max}, o nada.`,
    other: 'Algo aquí no está bien.',
  },
};
