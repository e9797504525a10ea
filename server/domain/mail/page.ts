import { COMMENT_CHARS_MAX } from '../../../protocol/wire/limits.ts';
import { escapeHtml } from './letter.ts';
import type { MailWords } from './mail-words.ts';

/** What a page that a mail led to shows. `ask` has a form; the others are one sentence. */
export type PageState = 'ask' | 'chooseOne' | 'thanks' | 'given' | 'over' | 'later';

/** E9: the question, its five answers, and a word. Nothing is preset, and looking answers nothing. */
export function ratingPage(words: MailWords, site: string, state: PageState, comment = ''): string {
  const { page } = words;
  const title = site === '' ? page.over : page.question(site);
  if (state !== 'ask' && state !== 'chooseOne') return frame(words, title, sentence(page[state]));
  const scores = page.scores.map((label, index) => {
    const id = `score-${index + 1}`;
    return `<label for="${id}"><input type="radio" name="score" id="${id}" value="${index + 1}" required>${escapeHtml(label)}</label>`;
  });
  const wrong = state === 'chooseOne' ? `<p class="wrong" role="alert">${escapeHtml(page.chooseOne)}</p>` : '';
  return frame(
    words,
    title,
    `<form method="post">${wrong}
<fieldset><legend>${escapeHtml(title)}</legend>${scores.reverse().join('\n')}</fieldset>
<label class="comment" for="comment">${escapeHtml(page.comment)}</label>
<textarea id="comment" name="comment" rows="3" maxlength="${COMMENT_CHARS_MAX}" dir="auto">${escapeHtml(comment)}</textarea>
<button type="submit">${escapeHtml(page.send)}</button></form>`,
  );
}

/** E11 */
export function stopPage(words: MailWords, site: string, state: 'ask' | 'done' | 'over' | 'later'): string {
  const { stop, page } = words;
  if (state !== 'ask') return frame(words, stop.title, sentence(state === 'done' ? stop.done : page[state]));
  return frame(
    words,
    stop.title,
    `<p>${escapeHtml(stop.intro(site))}</p>
<form method="post"><button type="submit">${escapeHtml(stop.button)}</button></form>`,
  );
}

function sentence(text: string): string {
  return `<p role="status">${escapeHtml(text)}</p>`;
}

function frame({ lang, dir }: MailWords, title: string, body: string): string {
  return `<!doctype html>
<html lang="${lang}" dir="${dir}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex"><title>${escapeHtml(title)}</title><link rel="stylesheet" href="/mail/page.css"></head>
<body><main><h1>${escapeHtml(title)}</h1>
${body}
</main></body></html>
`;
}
