import { expect, test } from 'vitest';
import type { ThreadItem } from '../../../widget/model/thread.ts';
import '../../../widget/ui/event.tsx';
import { createFormats } from '../../../widget/ui/formats.ts';
import { spellPage, spellText } from '../../../widget/ui/spell-copy.ts';

const at = Date.UTC(2026, 10, 22, 12);
const formats = createFormats('en-GB', () => at);
const items: ThreadItem[] = [
  { kind: 'day', key: 'day', at },
  {
    kind: 'group',
    key: 'a',
    own: true,
    author: null,
    lines: [
      { clientId: 'a', body: 'Two\nlines <b>&amp;', at, state: 'read' },
      { clientId: 'b', body: 'never sent', at, state: 'failed' },
    ],
  },
  { kind: 'event', key: 'e', at, happening: { what: 'joined', name: 'Ana' } },
  {
    kind: 'group',
    key: 'c',
    own: false,
    author: 'Ana',
    lines: [{ clientId: 'c', body: '<img src=x onerror=alert(1)>', at, state: 'received' }],
  },
];

test('W21: the copy as text says when, who and what, and holds only what the relay has', () => {
  const text = spellText('Chat with Clay & Kiln', items, formats);
  expect(text).toContain('You:\nTwo\nlines <b>&amp;');
  expect(text).toContain('Ana joined');
  expect(text).toContain('Ana:\n<img src=x onerror=alert(1)>');
  expect(text).not.toContain('never sent');
});

test('W21, P21: the copy as a page shows every text as a text, and runs and loads nothing', () => {
  const page = spellPage('Chat with <script>', items, formats);
  const made = new DOMParser().parseFromString(page, 'text/html');
  expect([...made.querySelectorAll('script, img, b, link, iframe')]).toEqual([]);
  expect(made.title).toBe('Chat with <script>');
  expect(made.querySelectorAll('dd')[1]?.textContent).toBe('<img src=x onerror=alert(1)>');
  expect(made.querySelector('meta[http-equiv=Content-Security-Policy]')?.getAttribute('content')).toContain(
    "default-src 'none'",
  );
});
