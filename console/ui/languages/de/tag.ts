import type { Language } from '../language.ts';

export const tag: Language['tag'] = {
  title: 'Schlagwörter dieses Gesprächs',
  new: 'Neues Schlagwort dieses Gesprächs',
  add: 'Schlagwort hinzufügen',
  remove: (tag) => `Schlagwort ${tag} von diesem Gespräch entfernen`,
  problems: {
    tooMany: 'Ein Gespräch hat höchstens 20 Schlagwörter. Entfernen Sie zuerst eines.',
    forbidden: 'Ihre Rolle darf Schlagwörter nicht ändern.',
    gone: 'Dieses Gespräch ist nicht mehr da.',
    failed: 'Das wurde nicht gespeichert. Versuchen Sie es erneut.',
  },
};
