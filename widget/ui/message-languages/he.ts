import type { Language } from '../language.ts';

/** What may be done with a message. */
export const amended: Language['amended'] = {
  removed: 'ההודעה הזו נמחקה',
  edited: 'נערכה',
  show: 'הצגת ההודעה שעליה זו עונה',
  messageMore: 'אפשרויות ההודעה',
  answer: 'תשובה',
  copyWords: 'העתקת הטקסט',
  edit: 'עריכה',
  removeIt: 'מחיקה',
  removeSure: 'למחוק את ההודעה הזו אצל כולם?',
  keepIt: 'להשאיר',
  saveIt: 'שמירה',
  stopEditing: 'ביטול',
  answering: 'תשובה להודעה',
  stopAnswering: 'לא לענות להודעה הזו',
  tooLateToEdit: 'מאוחר מדי לשנות את ההודעה הזו.',
  choices: 'בחרו תשובה',
  choicesSpent: 'התשובות האלה הוצעו',
  notDone: 'זה לא הצליח. נסו שוב.',
};

/** What is seen before it is sent. */
export const preview: Language['preview'] = {
  seen: 'אנחנו רואים את מה שאתם כותבים עוד לפני השליחה.',
  hide: 'לא להציג',
  unseen: 'אנחנו רואים רק את מה שאתם שולחים.',
  show: 'להציג בזמן הכתיבה',
};

/** Another department. */
export const redirect: Language['redirect'] = {
  title: 'לפנות למחלקה אחרת',
  back: 'חזרה לצ׳אט',
  more: 'הצ׳אט עובר לשם כמו שהוא, עם כל מה שנכתב. מישהו אחר יענה לכם.',
  where: 'איזו מחלקה?',
  why: 'למה? (לא חובה)',
  go: 'לפנות לשם',
  going: 'פונים',
  notNow: 'זה לא אפשרי כרגע. אפשר להמשיך לכתוב כאן.',
  tooOften: 'ביקשתם מחלקה אחרת לפני זמן קצר. אנא המתינו מעט.',
};
