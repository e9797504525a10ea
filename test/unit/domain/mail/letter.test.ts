import { describe, expect, test } from 'vitest';
import { type Letter, oneLine, toHtml, toText } from '../../../../server/domain/mail/letter.ts';
import { ratingPage, stopPage } from '../../../../server/domain/mail/page.ts';
import { mailWords } from '../../../../server/domain/mail/words.ts';
import { pageOf } from '../../../../server/usecases/mail/write-answer.ts';

const NASTY = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '</title><svg onload=alert(1)>',
  '</textarea><script>alert(1)</script>',
  '<a href="javascript:alert(1)">x</a>',
  '&lt;b&gt; &amp;',
  '{{constructor.constructor("alert(1)")()}}',
];

/** What a browser makes of it: text, and no element that we did not write. */
function read(html: string): Document {
  return new DOMParser().parseFromString(html, 'text/html');
}

const letterOf = (text: string): Letter => ({
  ...{ lang: 'en', dir: 'ltr', subject: text, foot: [text] },
  parts: [
    { kind: 'words', text },
    { kind: 'said', who: text, at: 'now', text },
    { kind: 'table', title: text, rows: [{ name: text, value: text, more: text }] },
  ],
});

describe('E5 what people wrote stays text', () => {
  test.each(NASTY)('in the HTML of a mail: %s', (text) => {
    const page = read(toHtml(letterOf(text)));
    expect(page.querySelectorAll('script, img, svg, a, b b').length).toBe(0);
    expect(
      [...page.querySelectorAll('*')].flatMap((one) => one.getAttributeNames()).filter((name) => name.startsWith('on')),
    ).toEqual([]);
    expect(page.title.trim()).toBe(text.trim());
    expect(page.querySelector('p[dir=auto]')?.textContent).toBe(text);
  });

  test.each(NASTY)('in the pages that mails lead to: %s', (text) => {
    for (const html of [ratingPage(mailWords('en'), text, 'chooseOne', text), stopPage(mailWords('en'), text, 'ask')]) {
      const page = read(html);
      expect(page.querySelectorAll('script, img, svg, a').length).toBe(0);
      expect(page.body.textContent).toContain(text.trim());
    }
  });

  test('a subject is one line, and names cannot turn what follows', () => {
    expect(oneLine('Hello\r\nBcc: eva@example.org\u2028x\u0000y\tz')).toBe('Hello Bcc: eva@example.org x y z');
    expect(oneLine('a\u202Egpj.exe')).toBe('agpj.exe');
    expect(oneLine('x'.repeat(400)).length).toBe(150);
    expect(toText(letterOf('a\u202Eb'))).not.toContain('\u202E');
  });

  test('E6 a mail asks for nothing from elsewhere: no picture, no style sheet, no script', () => {
    expect(toHtml(letterOf('x'))).not.toMatch(/<(?:img|link|script|iframe|object)|url\(|@import/i);
  });

  test('lines are kept in both forms', () => {
    expect(toText(letterOf('one\ntwo'))).toContain('one\ntwo');
    expect(toHtml(letterOf('one\ntwo'))).toContain('one<br>two');
  });
});

describe('E8 the way back', () => {
  const site = { origins: ['https://shop.example', 'http://localhost:8080'] };
  test.each([
    ['https://shop.example/boots?token=1#x', 'https://shop.example/boots'],
    ['https://SHOP.example', 'https://shop.example/'],
    ['http://localhost:8080/a/b', 'http://localhost:8080/a/b'],
    ['https://evil.example/boots', null],
    ['https://shop.example.evil.example/', null],
    ['https://shop.example@evil.example/', null],
    ['https://shop.example:444/', null],
    ['javascript:alert(1)//https://shop.example/', null],
    ['https://shop.example\\@evil.example/', null],
    [null, null],
  ])('%j leads to %j', (given, href) => expect(pageOf(site, given)).toBe(href));
});

describe('E6 languages', () => {
  test.each([
    ['pt-BR', 'pt-BR', 'ltr'],
    ['ar-EG', 'ar', 'rtl'],
    ['DE', 'de', 'ltr'],
    ['es', 'es', 'ltr'],
    ['fr-CA', 'fr', 'ltr'],
    ['ja', 'en', 'ltr'],
    [null, 'en', 'ltr'],
    ['constructor', 'en', 'ltr'],
  ])('%s is written in %s', (tag, lang, dir) => expect(mailWords(tag)).toMatchObject({ lang, dir }));

  test('the question has five answers that differ, none is chosen, and looking sends nothing', () => {
    for (const tag of ['en', 'de', 'es', 'fr', 'pt', 'ar']) {
      const page = read(ratingPage(mailWords(tag), 'Shop', 'ask'));
      const labels = [...page.querySelectorAll('fieldset label')].map((label) => label.textContent);
      expect(new Set(labels).size).toBe(5);
      expect(page.querySelectorAll(':checked').length).toBe(0);
      expect(page.querySelector('form')?.getAttribute('method')).toBe('post');
    }
  });
});
