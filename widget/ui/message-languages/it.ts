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
