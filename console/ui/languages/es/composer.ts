import type { Language } from '../language.ts';

export const composer: Language['composer'] = {
  send: 'Enviar',
  more: 'Más formas de enviar',
  closeResolved: 'Enviar y cerrar: resuelta',
  closeUnresolved: 'Enviar y cerrar: no resuelta',
  later: 'Enviar más tarde…',
  enterSends: 'Intro envía',
  enterBreaks: 'Intro empieza una línea nueva',
  undoOff: 'Enviar sin los segundos para deshacer',
  undoOn: 'Esperar unos segundos antes de enviar',
  hintEnter: 'Intro envía, Mayús + Intro empieza una línea nueva',
  hintMod: 'Ctrl o ⌘ + Intro envía, Intro empieza una línea nueva',
  noteHintEnter: 'Solo lo lee el equipo. Intro la añade, Mayús + Intro empieza una línea nueva, @ nombra a alguien',
  noteHintMod: 'Solo lo lee el equipo. Ctrl o ⌘ + Intro la añade, @ nombra a alguien',

  undo: {
    label: 'Mensaje en camino',
    leaves: (seconds) => (seconds === 1 ? 'Sale en 1 segundo' : `Sale en ${seconds} segundos`),
    closes: 'y cierra la conversación',
    undo: 'Deshacer',
    now: 'Enviar ahora',
  },

  closeRefused: {
    sent: (label) =>
      label === ''
        ? 'Su respuesta se envió, pero la conversación no se cerró.'
        : `Su respuesta a ${label} se envió, pero la conversación no se cerró.`,
    foreign: 'Ahora la tiene otra persona del equipo, que la cerrará.',
    again: 'Ciérrela otra vez o siga escribiendo.',
    close: 'Cerrar otra vez',
    putAway: 'Apartar',
  },
  undoLabel: 'Segundos en los que se puede recuperar un mensaje',
  undoHint: 'De 0 a 30. Con 0 un mensaje sale enseguida. Vacío: los 5 habituales.',

  planned: {
    label: 'Para enviar más tarde',
    at: (when) => `Sale: ${when}`,
    byOther: (name, when) => `${name} envía esto: ${when}`,
    outside: (opens) =>
      opens === null ? 'Entonces el chat está cerrado.' : `Entonces el chat está cerrado. Abre ${opens}.`,
    held: {
      visitor_wrote: 'No enviado: el visitante escribió entretanto. Léalo primero.',
      closed: 'No enviado: la conversación está cerrada.',
      reassigned: 'No enviado: otra persona tiene ahora esta conversación.',
      viewing: 'No enviado: quien lo escribió ahora solo observa.',
      late: 'No enviado: pasó su hora porque el relay no estaba en marcha.',
    },
    closes: 'Cierra la conversación.',
    change: 'Cambiar',
    now: 'Enviar ahora',
    cancel: 'Retirar',
    bar: (count) =>
      count === 1
        ? 'Una respuesta suya no se envió y le pregunta.'
        : `${count} respuestas suyas no se enviaron y le preguntan.`,
    look: 'Ver',
  },

  dialog: {
    title: 'Enviar más tarde',
    changeTitle: 'Cambiar lo que se envía más tarde',
    hint: (zone) => `Si el visitante escribe antes, se le pregunta a usted. Su hora: ${zone}.`,
    inHour: 'En una hora',
    tomorrow: 'Mañana a las nueve',
    monday: 'El lunes a las nueve',
    when: 'Fecha y hora',
    wrong: 'Elija un momento futuro, como mucho a 90 días.',
    text: 'Mensaje',
    keep: 'Enviar más tarde',
    save: 'Guardar',
    cancel: 'Cancelar',
  },

  mention: {
    list: 'Compañeros',
    found: (count) =>
      count === 0
        ? 'Nadie con este nombre. Escape cierra la lista.'
        : `${count} ${count === 1 ? 'compañero' : 'compañeros'}. Las flechas eligen, Intro toma el nombre.`,
    bar: (name, label) => `${name} le nombró en una nota sobre ${label}`,
    more: (count) => (count === 1 ? 'y una más' : `y ${count} más`),
    open: 'Abrir',
  },

  emoji: { open: 'Emoji', search: 'Buscar emoji', none: 'Nada encontrado' },
};
