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

/** Another department. */
export const redirect: Language['redirect'] = {
  title: 'Zapytaj inny dział',
  back: 'Powrót do czatu',
  more: 'Czat trafi tam w całości, ze wszystkim, co napisano. Odpowie ktoś inny.',
  where: 'Który dział?',
  why: 'Dlaczego? (opcjonalnie)',
  go: 'Zapytaj tam',
  going: 'Pytanie w toku',
  notNow: 'Teraz to niemożliwe. Można dalej pisać tutaj.',
  tooOften: 'Niedawno wybrano już inny dział. Prosimy chwilę poczekać.',
};
