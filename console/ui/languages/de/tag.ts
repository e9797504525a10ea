import { number } from '../../format.ts';
import type { Language } from '../language.ts';

export const tag: Language['tag'] = {
  title: 'Schlagwörter dieses Gesprächs',
  new: 'Neues Schlagwort dieses Gesprächs',
  add: 'Schlagwort hinzufügen',
  remove: (tag) => `Schlagwort ${tag} von diesem Gespräch entfernen`,
  list: {
    title: 'Schlagwörter',
    hint: 'Worum es in Gesprächen geht. Diese werden überall angeboten, wo jemand verschlagwortet oder filtert; andere Wörter sind weiter möglich.',
    empty: 'Noch kein Schlagwort.',
    add: 'Schlagwörter hinzufügen',
    name: 'Schlagwort',
    renameHint:
      'Offene Gespräche werden mit umbenannt. Geschlossene behalten das Wort, das sie hatten, und ihre Berichte auch.',
    on: (count) => (count === 1 ? 'an 1 offenen Gespräch' : `an ${number(count)} offenen Gesprächen`),
    removing: 'Es wird nicht mehr angeboten. Geschlossene Gespräche behalten es.',
    removeOnly: 'Aus der Liste entfernen',
    removeOn: (count) =>
      count === 1 ? 'Auch von 1 offenen Gespräch entfernen' : `Auch von ${number(count)} offenen Gesprächen entfernen`,
    others: 'Von Hand geschrieben',
    othersHint: 'An offenen Gesprächen und nicht in der Liste.',
    take: (tag) => `${tag} in die Liste aufnehmen`,
    instead: (tag) => `Anstelle von ${tag}`,
    part: 'Nicht alle konnten geändert werden. Versuchen Sie es noch einmal.',
    wrong: (chars, max) => `Höchstens ${number(max)} Schlagwörter mit höchstens ${number(chars)} Zeichen.`,
  },
  problems: {
    tooMany: 'Ein Gespräch hat höchstens 20 Schlagwörter. Entfernen Sie zuerst eines.',
    forbidden: 'Ihre Rolle darf Schlagwörter nicht ändern.',
    gone: 'Dieses Gespräch ist nicht mehr da.',
    failed: 'Das wurde nicht gespeichert. Versuchen Sie es erneut.',
  },
};
