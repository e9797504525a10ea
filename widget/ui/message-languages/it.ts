import type { Language } from '../language.ts';

/** What may be done with a message. */
export const amended: Language['amended'] = {
  removed: 'Questo messaggio è stato rimosso',
  edited: 'modificato',
  show: 'Mostra il messaggio a cui questo risponde',
  messageMore: 'Opzioni del messaggio',
  answer: 'Rispondi',
  copyWords: 'Copia testo',
  edit: 'Modifica',
  removeIt: 'Rimuovi',
  removeSure: 'Rimuovere questo messaggio per tutti?',
  keepIt: 'Tienilo',
  saveIt: 'Salva',
  stopEditing: 'Annulla',
  answering: 'Sta rispondendo a',
  stopAnswering: 'Non rispondere a questo messaggio',
  tooLateToEdit: 'È troppo tardi per modificare questo messaggio.',
  choices: 'Scelga una risposta',
  choicesSpent: 'Erano proposte queste risposte',
  notDone: 'Non ha funzionato. Riprovi.',
};

/** What is seen before it is sent. */
export const preview: Language['preview'] = {
  seen: 'Vediamo ciò che scrive prima dell’invio.',
  hide: 'Non mostrarlo',
  unseen: 'Vediamo solo ciò che invia.',
  show: 'Mostrarlo mentre scrivo',
};

/** Another department. */
export const redirect: Language['redirect'] = {
  title: 'Chiedere a un altro reparto',
  back: 'Torna alla chat',
  more: 'La Sua chat va lì così com’è, con tutto ciò che è stato scritto. Le risponderà qualcun altro.',
  where: 'Quale?',
  why: 'Perché? (facoltativo)',
  go: 'Chiedi lì',
  going: 'Richiesta in corso',
  notNow: 'Ora non è possibile. Può continuare a scrivere qui.',
  tooOften: 'Ha chiesto un altro reparto poco fa. Attenda un momento, per favore.',
};
