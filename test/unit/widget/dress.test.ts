import { afterEach, expect, test, vi } from 'vitest';
import { dress } from '../../../widget/ui/dress.ts';

afterEach(() => {
  document.body.replaceChildren();
});

test('W4 a place inside the page that no selector could name finds nothing, and is no error of the page', () => {
  const host = document.createElement('deskbell-chat');
  document.body.append(host);
  vi.stubGlobal(
    'CSSStyleSheet',
    class {
      replaceSync() {}
    },
  );
  try {
    const stop = dress(host, { inline: '###' });
    expect(host.parentElement).toBe(document.body);
    stop();
  } finally {
    vi.unstubAllGlobals();
  }
});
