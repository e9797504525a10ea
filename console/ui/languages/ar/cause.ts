import type { Language } from '../language.ts';

export const cause: Language['cause'] = {
  queue_too_long: 'طال الانتظار في القائمة',
  agent_silent: 'لم يردّ الموظف',
  page_left: 'غودرت الصفحة خلال 10 ثوانٍ',
  connection_lost: 'انقطع الاتصال',
  outside_hours: 'خارج ساعات العمل',
  unknown: 'غير معروف',
};
