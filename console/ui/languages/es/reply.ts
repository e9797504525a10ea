import type { Language } from '../language.ts';

export const reply: Language['reply'] = {
  list: 'Respuestas guardadas',
  found: (count) =>
    count === 0
      ? 'Ninguna respuesta guardada se parece. Escape cierra la lista.'
      : `${count} ${count === 1 ? 'respuesta guardada' : 'respuestas guardadas'}. Las flechas eligen, Intro la toma, Escape cierra la lista.`,
  missing: (names) => `No se conoce aquí y se omite: ${names}`,

  title: 'Respuestas guardadas del equipo',
  ownTitle: 'Mis propias respuestas',
  ownHint: 'Nadie más las encuentra. En una conversación, escriba / y las primeras letras; las suyas están marcadas.',
  addOwn: 'Añadir una respuesta propia',
  own: 'propia',
  hint: 'Respuestas que se escriben una vez. En una conversación, escriba / y las primeras letras.',
  failed: 'No se pudieron cargar las respuestas guardadas.',
  empty: 'Ninguna respuesta guardada todavía.',
  shortcut: 'Abreviatura',
  shortcutHint: 'Sin espacios, como «reembolso-tarde». Se escribe después de la barra.',
  body: 'Qué dice',
  bodyHint:
    'Puede contener {visitor.name}, {visitor.email}, {agent.name} y {site.name}. Con una palabra por si no se conoce: {visitor.name|amigo}.',
  department: 'Para conversaciones de',
  everybody: 'Todos los departamentos',
  preview: 'Lo que leería un visitante',
  sample: {
    'visitor.name': 'Mia',
    'visitor.email': 'mia@example.org',
    'agent.name': 'Ana',
    'site.name': 'Mi tienda',
  },
  add: 'Añadir una respuesta',
  save: 'Guardar',
  saving: 'Guardando…',
  cancel: 'Cancelar',
  edit: (shortcut) => `Editar ${shortcut}`.trim(),
  remove: (shortcut) => `Quitar ${shortcut}`.trim(),
  removing: 'Ya no se encontrará. Lo que se envió con ella queda.',
  problems: {
    shortcut: 'Ya hay una con esta abreviatura, o contiene algo más que letras, cifras, puntos y guiones.',
    body: 'Escriba qué dice.',
    forbidden: 'No puede cambiar las respuestas guardadas.',
    gone: 'Ya no está. Vuelva a cargar la página.',
    department: 'Un departamento indicado aquí ya no existe. Elija otro.',
    many: 'No caben más. Quite una primero.',
    later: 'El relay no responde. Inténtelo de nuevo en un momento.',
  },
};
