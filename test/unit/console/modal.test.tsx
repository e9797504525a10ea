import { cleanup, render, screen } from '@testing-library/preact';
import { userEvent } from '@testing-library/user-event';
import { useState } from 'preact/hooks';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { Dialog } from '../../../console/ui/dialog.tsx';

afterEach(cleanup);

/** jsdom knows the element, not what it does. */
let before: Element | null = null;
beforeAll(() => {
  HTMLDialogElement.prototype.showModal = function show(this: HTMLDialogElement) {
    before = document.activeElement;
    this.open = true;
    this.querySelector('button')?.focus();
  };
  HTMLDialogElement.prototype.close = function close(this: HTMLDialogElement) {
    if (!this.open) return;
    this.open = false;
    // As Firefox: where nothing had the focus before, what is in the dialog keeps it.
    if (before !== document.body) (before as HTMLElement).focus();
  };
});

function Page() {
  const [isOpen, setOpen] = useState(false);
  addEventListener('message', () => setOpen(true), { once: true });
  return (
    <main tabIndex={-1}>
      <button type="button" onClick={() => setOpen(true)}>
        Ask
      </button>
      {isOpen && (
        <Dialog title="Sure?" onClose={() => setOpen(false)}>
          <p>Well</p>
        </Dialog>
      )}
    </main>
  );
}

test('KB8 a dialog that came when nothing had the focus leaves it at the page; one that was pressed for, where it was', async () => {
  render(<Page />);
  dispatchEvent(new MessageEvent('message'));
  await userEvent.click(await screen.findByRole('button', { name: 'Cancel' }));
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(document.activeElement).toBe(screen.getByRole('main'));

  await userEvent.click(screen.getByRole('button', { name: 'Ask' }));
  await userEvent.click(screen.getByRole('button', { name: 'Cancel' }));
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Ask' }));
});
