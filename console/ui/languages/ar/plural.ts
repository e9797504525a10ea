import { number } from '../../format.ts';

const rules = new Intl.PluralRules('ar');

export interface Forms {
  zero: string;
  one: string;
  two: string;
  few: string;
  many: string;
  other: string;
}

/** The form that the count asks for; # stands for the count. */
export function plural(count: number, forms: Forms): string {
  return forms[rules.select(count)].replace('#', number(count));
}

/** As the subject of a sentence. */
export const conversations = (count: number) =>
  plural(count, {
    zero: 'لا محادثات',
    one: 'محادثة واحدة',
    two: 'محادثتان',
    few: '# محادثات',
    many: '# محادثة',
    other: '# محادثة',
  });

/** After a verbal noun or a preposition. */
export const ofConversations = (count: number) =>
  count === 2 ? 'محادثتين' : count === 0 ? '0 محادثة' : conversations(count);

export const ofMinutes = (count: number) =>
  plural(count, {
    zero: '# دقيقة',
    one: 'دقيقة واحدة',
    two: 'دقيقتين',
    few: '# دقائق',
    many: '# دقيقة',
    other: '# دقيقة',
  });

export const ofSeconds = (count: number) =>
  plural(count, {
    zero: '# ثانية',
    one: 'ثانية واحدة',
    two: 'ثانيتين',
    few: '# ثوانٍ',
    many: '# ثانية',
    other: '# ثانية',
  });

export const ofCharacters = (count: number) =>
  plural(count, {
    zero: '# حرف',
    one: 'حرف واحد',
    two: 'حرفين',
    few: '# أحرف',
    many: '# حرفًا',
    other: '# حرف',
  });
