import { signal } from '@preact/signals';
import { cleanup, render, screen } from '@testing-library/preact';
import { userEvent } from '@testing-library/user-event';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Answer, refusal, success } from '../../../protocol/wire/errors.ts';
import { handed } from '../../../widget/ui/handed.ts';
import { KeepMail } from '../../../widget/ui/keep-mail.tsx';

beforeAll(() => {
  Object.assign(handed, { useEffect, useLayoutEffect, useRef, useState });
});
afterEach(cleanup);

/** The form, and what it asked of the relay. */
function show(answer: Answer<unknown>, status: 'active' | 'closed' = 'active', contact: string | null = null) {
  const asked: unknown[] = [];
  const ask = async (name: string, input: unknown) => {
    if (name === 'conversation:list')
      return success({ conversations: [{ conversationId: 'c2' }, { conversationId: 'c1' }] });
    asked.push([name, input]);
    return answer;
  };
  const chat = { status: signal(status), contact: signal(contact), ask } as never;
  render(<KeepMail chat={chat} locale="de" />);
  return { asked, user: userEvent.setup() };
}

const box = () => screen.getByRole('textbox', { name: 'E-mail address' });
const press = () => screen.getByRole('button', { name: 'Send the copy' });

describe('E6 the copy by e-mail, from the panel', () => {
  test('goes for the latest conversation, in the panel’s language and the browser’s zone; then it says so', async () => {
    const { asked, user } = show(success({}));
    await user.type(box(), ' eva@example.org');
    await user.click(press());
    const said = await screen.findByRole('status');
    expect(said.textContent).toBe('The copy is on its way to eva@example.org.');
    // W14: what was pressed is gone.
    expect(document.activeElement).toBe(said);
    const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
    const input = { conversationId: 'c2', email: 'eva@example.org', language: 'de', zone, when: 'now' };
    expect(asked).toEqual([['transcript:request', input]]);
  });

  test('waits for the end where she wants that; after the end there is nothing to wait for', async () => {
    const { asked, user } = show(success({}), 'active', 'eva@example.org');
    await user.click(screen.getByRole('checkbox'));
    await user.click(press());
    expect((await screen.findByRole('status')).textContent).toContain('when the chat has ended');
    expect(asked).toMatchObject([['transcript:request', { when: 'end' }]]);
    cleanup();
    show(success({}), 'closed');
    expect(screen.queryByRole('checkbox')).toBeNull();
  });

  test.each([
    ['invalid_payload', 'That does not look like an e-mail address.'],
    ['unanswered', 'A copy can be sent once somebody has answered.'],
    ['rate_limited', 'A copy was sent not long ago. Please try again tomorrow.'],
    ['unavailable', 'The copy could not be sent. Please try again.'],
  ] as const)('%s is said beside the box, and what was typed stays', async (error, words) => {
    const { user } = show(refusal(error));
    await user.type(box(), 'eva@x');
    await user.click(press());
    expect((await screen.findByText(words)).getAttribute('role')).toBe('alert');
    expect((box() as HTMLInputElement).value).toBe('eva@x');
    expect(box().getAttribute('aria-invalid')).toBe(String(error === 'invalid_payload'));
  });
});
