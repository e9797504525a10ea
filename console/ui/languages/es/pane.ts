import type { Language } from '../language.ts';

export const pane: Language['pane'] = {
  openNamed: (name) => `Abrir al lado: ${name}`,
  close: 'Cerrar este panel',
  other: 'Ir a la otra conversación',
  pane: (place, name) => `Conversación ${place}: ${name}`,
  messages: (name) => `Mensajes con ${name}`,
  person: (name) => `Acerca de ${name}`,
  paletteHint: (keys) => `${keys} abre una conversación al lado`,
};
