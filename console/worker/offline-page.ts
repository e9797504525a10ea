/** A page of its own, made here: nothing is fetched for it, and it runs nothing. */
export function offlinePage(
  words: { title: string; hint: string; retry: string },
  mark: string,
  language: string,
): Response {
  const text = (plain: string) => plain.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  const page = `<!doctype html>
<html lang="${text(language)}" dir="auto"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${text(words.title)}</title><style nonce="${mark}">
:root{color-scheme:light dark;background:Canvas}body{margin:0}main{display:grid;place-content:center;gap:1rem;min-height:90vh;margin:0 auto;box-sizing:border-box;padding:2rem;max-width:32rem;font:1rem/1.5 system-ui,sans-serif;text-align:center}
h1{margin:0;font-size:1.25rem}p{margin:0}a{justify-self:center;padding:.75rem 1.5rem;border:1px solid;border-radius:6px;color:inherit;text-decoration:none}
</style></head><body><main><h1>${text(words.title)}</h1><p>${text(words.hint)}</p><a href="">${text(words.retry)}</a></main></body></html>`;
  const policy = `default-src 'none'; style-src 'nonce-${mark}'`;
  return new Response(page, {
    status: 503,
    headers: { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': policy },
  });
}
