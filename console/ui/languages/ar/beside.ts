import type { Language } from '../language.ts';

export const beside: Language['beside'] = {
  open: 'فتح بالجانب',
  noRoom: 'لا تظهر محادثتان جنبًا إلى جنب إلا في نوافذ لا يقل عرضها عن 1440 بكسل.',
};
