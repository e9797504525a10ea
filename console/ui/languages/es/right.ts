import type { Language } from '../language.ts';

export const right: Language['right'] = {
  title: 'Quién puede hacer qué',
  hint: 'El relay sigue esta tabla en cada orden; lo que alguien no puede hacer tampoco se le ofrece. Las funciones se dan en Personas.',
  right: 'Permiso',
  may: 'Sí',
  mayNot: 'No',
  own: 'Su función',
  people: (count) => (count === 1 ? '1 persona' : `${count} personas`),
  manage:
    'Los propietarios gestionan a todos; los administradores a todos menos a los propietarios. El último propietario sigue siéndolo.',
  viewer: 'Quien solo mira no cambia nada en ningún sitio.',
  rights: {
    'conversation:read': 'Leer conversaciones',
    'conversation:serve': 'Responder a visitantes, escribir notas, preguntar a compañeros',
    'conversation:end': 'Terminar conversaciones en espera',
    'conversation:direct': 'Hacerse cargo, transferir y devolver conversaciones de otros',
    'message:remove': 'Quitar mensajes de cualquiera, por seguridad',
    'board:read': 'Ver el panel',
    'report:read': 'Leer informes (un agente: sus propias cifras)',
    'report:team': 'Leer informes de todo el equipo',
    'replies:write': 'Escribir respuestas guardadas',
    'settings:write': 'Cambiar ajustes: sitios, horario, departamentos, reglas',
    'people:write': 'Añadir y cambiar personas',
    'macros:write': 'Escribir macros',
    'person:write': 'Dar etiquetas y notas a personas',
    'person:direct': 'Unir perfiles, bloquear y borrar visitantes',
    'visitors:read': 'Ver quién está en el sitio',
    'visitors:invite': 'Invitar a visitantes al chat',
    'view:share': 'Guardar vistas de la bandeja para todo el equipo',
  },
};
