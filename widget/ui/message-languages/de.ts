import type { Language } from '../language.ts';

/** What may be done with a message. */
export const amended: Language['amended'] = {
  removed: 'Diese Nachricht wurde gelöscht',
  edited: 'bearbeitet',
  show: 'Die Nachricht zeigen, auf die diese antwortet',
  messageMore: 'Optionen der Nachricht',
  answer: 'Antworten',
  copyWords: 'Text kopieren',
  edit: 'Bearbeiten',
  removeIt: 'Löschen',
  removeSure: 'Diese Nachricht für alle löschen?',
  keepIt: 'Behalten',
  saveIt: 'Speichern',
  stopEditing: 'Abbrechen',
  answering: 'Sie antworten auf',
  stopAnswering: 'Nicht auf diese Nachricht antworten',
  tooLateToEdit: 'Diese Nachricht lässt sich nicht mehr ändern.',
  choices: 'Wählen Sie eine Antwort',
  choicesSpent: 'Diese Antworten standen zur Wahl',
  notDone: 'Das hat nicht geklappt. Bitte versuchen Sie es noch einmal.',
};

/** What is seen before it is sent. */
export const preview: Language['preview'] = {
  seen: 'Wir sehen, was Sie schreiben, bevor Sie es senden.',
  hide: 'Nicht zeigen',
  unseen: 'Wir sehen nur, was Sie senden.',
  show: 'Beim Schreiben zeigen',
};

/** Another department. */
export const redirect: Language['redirect'] = {
  title: 'Eine andere Abteilung fragen',
  back: 'Zurück zum Chat',
  more: 'Ihr Chat geht so dorthin, wie er ist, mit allem, was geschrieben wurde. Jemand anderes antwortet Ihnen.',
  where: 'Welche?',
  why: 'Warum? (freiwillig)',
  go: 'Dort fragen',
  going: 'Wird gefragt',
  notNow: 'Das geht gerade nicht. Sie können hier weiterschreiben.',
  tooOften: 'Sie haben vor Kurzem schon nach einer anderen Abteilung gefragt. Bitte warten Sie ein wenig.',
};
