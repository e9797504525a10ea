import type { Language } from '../language.ts';

/** What may be done with a message. */
export const amended: Language['amended'] = {
  removed: 'Це повідомлення видалено',
  edited: 'змінено',
  show: 'Показати повідомлення, на яке відповідає це',
  messageMore: 'Дії з повідомленням',
  answer: 'Відповісти',
  copyWords: 'Скопіювати текст',
  edit: 'Змінити',
  removeIt: 'Видалити',
  removeSure: 'Видалити це повідомлення для всіх?',
  keepIt: 'Залишити',
  saveIt: 'Зберегти',
  stopEditing: 'Скасувати',
  answering: 'Ви відповідаєте на',
  stopAnswering: 'Не відповідати на це повідомлення',
  tooLateToEdit: 'Це повідомлення вже не можна змінити.',
  choices: 'Виберіть відповідь',
  choicesSpent: 'Було запропоновано ці відповіді',
  notDone: 'Не вдалося. Будь ласка, спробуйте ще раз.',
};

/** What is seen before it is sent. */
export const preview: Language['preview'] = {
  seen: 'Ми бачимо, що ви пишете, ще до надсилання.',
  hide: 'Не показувати',
  unseen: 'Ми бачимо лише те, що ви надсилаєте.',
  show: 'Показувати, поки я пишу',
};

/** Another department. */
export const redirect: Language['redirect'] = {
  title: 'Звернутися до іншого відділу',
  back: 'Назад до чату',
  more: 'Ваш чат перейде туди як є, з усім написаним. Вам відповість хтось інший.',
  where: 'До якого?',
  why: 'Чому? (необов’язково)',
  go: 'Звернутися туди',
  going: 'Звертаємося',
  notNow: 'Зараз це неможливо. Ви можете й далі писати тут.',
  tooOften: 'Ви нещодавно вже зверталися до іншого відділу. Будь ласка, трохи зачекайте.',
};
