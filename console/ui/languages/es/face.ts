import type { Language } from '../language.ts';

export const face: Language['face'] = {
  title: 'Cómo le ven los visitantes',
  hint: 'Su nombre, esta imagen y lo que hace aparecen sobre el chat y junto a sus mensajes. Solo los reciben los visitantes de sus sitios.',
  of: (name) => `Cómo ven los visitantes a ${name}`,
  job: 'Qué hace',
  jobHint: 'En una o dos palabras, como Soporte. Puede quedar vacío.',
  choose: 'Elegir una imagen',
  another: 'Elegir otra imagen',
  remove: 'Quitar la imagen',
  pictureHint: 'JPEG, PNG, WebP o GIF. Se guarda el centro, como un cuadrado pequeño, sin dónde ni cuándo se tomó.',
  picture: (name) => `Imagen de ${name}`,
  save: 'Guardar',
  saving: 'Guardando…',
  saved: 'Guardado',
  problems: {
    unreadable: 'No se puede leer esta imagen. Elija otra.',
    refused: 'El relay no lo acepta. Elija otra imagen o un texto más corto.',
    later: 'El relay no responde. Compruebe la conexión e inténtelo de nuevo.',
  },
};
