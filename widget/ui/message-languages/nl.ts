import type { Language } from '../language.ts';

/** What may be done with a message. */
export const amended: Language['amended'] = {
  removed: 'Dit bericht is verwijderd',
  edited: 'bewerkt',
  show: 'Toon het bericht waarop dit een antwoord is',
  messageMore: 'Opties van het bericht',
  answer: 'Beantwoorden',
  copyWords: 'Tekst kopiëren',
  edit: 'Bewerken',
  removeIt: 'Verwijderen',
  removeSure: 'Dit bericht voor iedereen verwijderen?',
  keepIt: 'Behouden',
  saveIt: 'Opslaan',
  stopEditing: 'Annuleren',
  answering: 'U antwoordt op',
  stopAnswering: 'Dit bericht niet beantwoorden',
  tooLateToEdit: 'Dit bericht kan niet meer worden gewijzigd.',
  choices: 'Kies een antwoord',
  choicesSpent: 'Deze antwoorden stonden open',
  notDone: 'Dat is niet gelukt. Probeer het opnieuw.',
};

/** What is seen before it is sent. */
export const preview: Language['preview'] = {
  seen: 'Wij zien wat u schrijft voordat u het verzendt.',
  hide: 'Niet tonen',
  unseen: 'Wij zien alleen wat u verzendt.',
  show: 'Tonen terwijl ik schrijf',
};

/** Another department. */
export const redirect: Language['redirect'] = {
  title: 'Een andere afdeling vragen',
  back: 'Terug naar de chat',
  more: 'Uw chat gaat daarheen zoals hij is, met alles wat is geschreven. Iemand anders antwoordt u.',
  where: 'Welke?',
  why: 'Waarom? (optioneel)',
  go: 'Daar vragen',
  going: 'Wordt gevraagd',
  notNow: 'Dat kan nu niet. U kunt hier verder schrijven.',
  tooOften: 'U hebt kort geleden al om een andere afdeling gevraagd. Wacht even, alstublieft.',
};
