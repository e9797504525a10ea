/** The look of the pages that mails lead to: light and dark, from 320 px on. */
export const MAIL_PAGE_CSS = `:root{color-scheme:light dark;--back:#f5f5f7;--card:#fff;--ink:#1c1c1e;--line:#d1d1d6;--press:#0b57d0;--on:#fff;--bad:#b3261e}
@media (prefers-color-scheme:dark){:root{--back:#111113;--card:#1c1c1f;--ink:#f2f2f5;--line:#48484c;--press:#a8c7fa;--on:#0b1f42;--bad:#f2b8b5}}
*{box-sizing:border-box}
body{margin:0;min-height:100vh;display:grid;place-items:center;padding:16px;background:var(--back);color:var(--ink);font:16px/1.5 system-ui,sans-serif}
main{width:100%;max-width:440px;padding:28px 24px;border:1px solid var(--line);border-radius:16px;background:var(--card)}
h1{margin:0 0 16px;font-size:20px;line-height:1.3}
p{margin:0 0 16px}
p:last-child{margin:0}
fieldset{margin:0 0 16px;padding:0;border:0}
legend{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
fieldset label{display:flex;align-items:center;gap:12px;min-height:44px;padding:0 12px;margin-bottom:8px;border:1px solid var(--line);border-radius:10px;cursor:pointer}
fieldset label:has(:checked){border-color:var(--press);box-shadow:inset 0 0 0 1px var(--press)}
input[type=radio]{width:18px;height:18px;margin:0;accent-color:var(--press)}
.comment{display:block;margin-bottom:4px}
textarea{width:100%;padding:10px 12px;border:1px solid var(--line);border-radius:10px;background:transparent;color:inherit;font:inherit;resize:vertical}
button{margin-top:16px;min-height:44px;padding:0 20px;border:0;border-radius:10px;background:var(--press);color:var(--on);font:inherit;font-weight:600;cursor:pointer}
form button:only-child{margin-top:0}
:focus-visible{outline:2px solid var(--press);outline-offset:2px}
.wrong{color:var(--bad)}
`;
