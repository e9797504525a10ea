import type { Language } from '../language.ts';

export const pane: Language['pane'] = {
  openNamed: (name) => `Abrir ao lado: ${name}`,
  close: 'Fechar este painel',
  other: 'Ir para a outra conversa',
  pane: (place, name) => `Conversa ${place}: ${name}`,
  messages: (name) => `Mensagens com ${name}`,
  person: (name) => `Sobre ${name}`,
  paletteHint: (keys) => `${keys} abre uma conversa ao lado`,
};
