import type { Language } from '../language.ts';

export const privacy: Language['privacy'] = {
  title: 'Qué se recoge',
  before: 'Antes de que un visitante abra el chat: nada. Ninguna cookie, nada guardado, ninguna conexión.',
  open: 'Cuando está abierto: una marca al azar en el almacenamiento del navegador, y en el relay la dirección, el título y el idioma de la página con cada conversación, y cuándo estuvo aquí el visitante por última vez.',
  written:
    'Lo que el visitante escribe, envía como archivo, rellena, valora, y lo que su página dice de él. Nunca la dirección IP.',
  strict: 'Modo aislado',
  strictHint:
    'El chat funciona en un marco del relay, para que ningún script de su página pueda leer lo que se dice. La política de sus páginas cambia con ello (Sitios).',
  strictOn: 'Ejecutar el chat en un marco propio',
  files: 'Archivos',
  filesHint: 'Pasado este tiempo los archivos se van y sus mensajes quedan. Los incompletos se van a los 30 minutos.',
  filesDays: 'Conservar los archivos durante (días)',
  filesEmpty: (max) => `De 1 a ${max}. Vacío: lo que dure su conversación.`,
  filesWrong: (max) => `Escriba un número entero de 1 a ${max}, o nada.`,
  ratings: 'Valoraciones',
  anonymous: 'Dejar que los visitantes valoren sin nombre',
  anonymousHint: 'La respuesta se cuenta, y nadie del equipo sabe qué chat era.',
  unsent: 'Palabras aún sin enviar',
  preview: 'Mostrar a quien responde lo que el visitante está escribiendo',
  previewHint:
    'Solo mientras la conversación está abierta, a quien la atiende o la mira; no se guarda en ningún sitio. Una frase junto al cuadro del visitante lo dice, con un botón que lo desactiva en este navegador.',
  counting: 'Mensajes que llegan solos',
  counted: 'Contar las visitas en el navegador del visitante',
  countedHint:
    'Desactivado, nada se guarda antes de que el visitante actúe, y las reglas sobre visitas repetidas no hacen nada. Activado, hay un número en el almacenamiento del navegador; su aviso de privacidad debería decirlo.',
  mail: 'Copias por correo',
  transcripts: 'Ofrecer una copia de la conversación por correo',
  more: 'En otra parte',
  consent: 'Palabras que un visitante acepta antes de escribir',
  person: 'Exportar o borrar a un visitante',
  personHint:
    'En la bandeja, en el panel sobre la persona: lo que anotó el equipo, o todo, con todas las conversaciones y archivos. Los informes siguen contando, sin la persona.',
  services: 'Servicios conectados',
  servicesHint:
    'Qué se le dice a un servicio de traducción, a una ayuda para escribir o a un sistema suyo, y cuándo. Nada mientras no conecte ninguno.',
  orders: 'Pedidos y clientes',
  ordersHint: 'El servidor de su tienda quita los pedidos de una persona con DELETE /api/v1/import/customers/ID.',
};
