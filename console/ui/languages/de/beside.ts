import type { Language } from '../language.ts';

export const beside: Language['beside'] = {
  open: 'Daneben öffnen',
  noRoom: 'Zwei Gespräche stehen nur in Fenstern ab 1.440 Pixeln Breite nebeneinander.',
};
