import type { Language } from '../language.ts';

export const pane: Language['pane'] = {
  openNamed: (name) => `فتح بالجانب: ${name}`,
  close: 'إغلاق هذه اللوحة',
  other: 'إلى المحادثة الأخرى',
  pane: (place, name) => `المحادثة ${place}: ${name}`,
  messages: (name) => `الرسائل مع ${name}`,
  person: (name) => `عن ${name}`,
  paletteHint: (keys) => `${keys} يفتح محادثة بجانبها`,
};
