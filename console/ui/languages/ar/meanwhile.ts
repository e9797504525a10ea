import type { Language } from '../language.ts';

export const meanwhile: Language['meanwhile'] = {
  changed: 'حفظ شخص آخر هذا أثناء كتابتك. غيّرتما الشيء نفسه، وما كتبته ما زال هنا.',
  changedBy: (name) => `الحفظ الأخير من ${name} أثناء كتابتك. غيّرتما الشيء نفسه، وما كتبته ما زال هنا.`,
  theirsShown: 'هذا ما حُفظ. ما كتبته محفوظ لديك.',
  gone: 'أزال شخص آخر ما كنت تغيّره أو غيّر اسمه. لم يُحفظ ما كتبته هناك.',
  seeTheirs: 'عرض النسخة الأخرى',
  takeTheirs: 'اعتماد النسخة الأخرى',
  keepMine: 'حفظ نسختي',
};
