import type { Language } from '../language.ts';

/** What may be done with a message. */
export const amended: Language['amended'] = {
  removed: 'Это сообщение удалено',
  edited: 'изменено',
  show: 'Показать сообщение, на которое отвечает это',
  messageMore: 'Действия с сообщением',
  answer: 'Ответить',
  copyWords: 'Скопировать текст',
  edit: 'Изменить',
  removeIt: 'Удалить',
  removeSure: 'Удалить это сообщение у всех?',
  keepIt: 'Оставить',
  saveIt: 'Сохранить',
  stopEditing: 'Отмена',
  answering: 'Вы отвечаете на',
  stopAnswering: 'Не отвечать на это сообщение',
  tooLateToEdit: 'Изменить это сообщение уже нельзя.',
  choices: 'Выберите ответ',
  choicesSpent: 'Были предложены эти ответы',
  notDone: 'Не получилось. Пожалуйста, попробуйте ещё раз.',
};

/** What is seen before it is sent. */
export const preview: Language['preview'] = {
  seen: 'Мы видим, что вы пишете, ещё до отправки.',
  hide: 'Не показывать',
  unseen: 'Мы видим только то, что вы отправляете.',
  show: 'Показывать, пока я пишу',
};

/** Another department. */
export const redirect: Language['redirect'] = {
  title: 'Обратиться в другой отдел',
  back: 'Назад к чату',
  more: 'Ваш чат перейдёт туда как есть, со всем написанным. Вам ответит кто-то другой.',
  where: 'В какой?',
  why: 'Почему? (необязательно)',
  go: 'Обратиться туда',
  going: 'Обращаемся',
  notNow: 'Сейчас это невозможно. Вы можете продолжать писать здесь.',
  tooOften: 'Вы недавно уже обращались в другой отдел. Пожалуйста, подождите немного.',
};
