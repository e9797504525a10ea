import type { Language } from '../language.ts';

export const meanwhile: Language['meanwhile'] = {
  changed: 'Jemand anderes hat dies inzwischen gespeichert. Beide haben dasselbe geändert; Ihre Eingaben sind noch da.',
  changedBy: (name) =>
    `${name} hat dies inzwischen gespeichert. Beide haben dasselbe geändert; Ihre Eingaben sind noch da.`,
  theirsShown: 'So wurde es inzwischen gespeichert. Ihre Eingaben bleiben erhalten.',
  gone: 'Jemand anderes hat entfernt oder umbenannt, was Sie gerade geändert haben. Ihre Eingaben dort wurden nicht gespeichert.',
  seeTheirs: 'Andere Fassung ansehen',
  takeTheirs: 'Andere Fassung übernehmen',
  keepMine: 'Meine Fassung speichern',
};
