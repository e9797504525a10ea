import type { Language } from '../language.ts';

/** What may be done with a message. */
export const amended: Language['amended'] = {
  removed: 'Ta wiadomość została usunięta',
  edited: 'edytowana',
  show: 'Pokaż wiadomość, na którą ta odpowiada',
  messageMore: 'Opcje wiadomości',
  answer: 'Odpowiedz',
  copyWords: 'Kopiuj tekst',
  edit: 'Edytuj',
  removeIt: 'Usuń',
  removeSure: 'Usunąć tę wiadomość dla wszystkich?',
  keepIt: 'Zachowaj',
  saveIt: 'Zapisz',
  stopEditing: 'Anuluj',
  answering: 'Odpowiedź na',
  stopAnswering: 'Nie odpowiadaj na tę wiadomość',
  tooLateToEdit: 'Tej wiadomości nie można już zmienić.',
  choices: 'Wybierz odpowiedź',
  choicesSpent: 'Zaproponowano te odpowiedzi',
  notDone: 'Nie udało się. Proszę spróbować ponownie.',
};

/** What is seen before it is sent. */
export const preview: Language['preview'] = {
  seen: 'Widzimy, co Pan/Pani pisze, jeszcze przed wysłaniem.',
  hide: 'Nie pokazuj',
  unseen: 'Widzimy tylko to, co zostanie wysłane.',
  show: 'Pokazuj podczas pisania',
};
