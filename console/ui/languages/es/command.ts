import type { Language } from '../language.ts';

export const command: Language['command'] = {
  becomeAway: 'Ponerse ausente',
  palette: {
    open: 'Buscar o hacer algo',
    title: 'Búsqueda y órdenes',
    label: 'Buscar',
    placeholder: 'Conversación, persona, página u orden',
    found: (count) => (count === 1 ? '1 resultado' : `${count} resultados`),
    nothing: 'Nada encaja.',
    about: (name) => `Sobre ${name}`,
    back: 'Atrás',
    hint: 'Las flechas eligen, Intro abre, Escape cierra',
    kinds: { command: 'Orden', conversation: 'Conversación', colleague: 'Compañero', page: 'Página', find: 'Búsqueda' },
  },
  colleague: 'Compañero',
  transferTo: (name) => `Transferir esta conversación a ${name}`,
  invite: (name) => `Invitar a ${name} a esta conversación`,
  findAll: (text) => `Buscar «${text}» en todos los mensajes`,
  keys: {
    open: 'Mostrar los atajos de teclado',
    title: 'Atajos de teclado',
    letters: 'Las letras solas son atajos',
    lettersHint: 'No hacen nada mientras escribe. Desactívelas si dicta con la voz o pulsa teclas sin querer.',
    lettersOff: 'Desactivado: las letras solas no hacen nada.',
    list: 'Tab pasa de un control a otro, las flechas recorren listas y menús, Escape cierra lo que esté abierto.',
  },
  groups: {
    anywhere: 'En todas partes',
    go: 'Ir a',
    inbox: 'En la lista',
    thread: 'En una conversación',
    composer: 'Mientras escribe',
    people: 'Personas',
    settings: 'Ajustes',
  },
};
