import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import type { App } from '../../../console/model/app.ts';
import { OFFERING } from '../../../console/model/offering.ts';
import { ChoicesDialog } from '../../../console/ui/choices-dialog.tsx';
import { AppContext } from '../../../console/ui/context.ts';
import { ChoicesPreview, OfferedWords } from '../../../console/ui/offered-choices.tsx';

/** W37 How an agent offers answers to choose from, and how the team sees them. */

afterEach(cleanup);
beforeAll(() => {
  HTMLDialogElement.prototype.showModal = function showModal() {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function close() {
    this.open = false;
    this.dispatchEvent(new Event('close'));
  };
});

const app = { offering: OFFERING, holdBack: () => () => {} } as unknown as App;

function dialog(body: string) {
  const onWrite = vi.fn();
  const onClose = vi.fn();
  render(
    <AppContext.Provider value={app}>
      <ChoicesDialog body={body} onWrite={onWrite} onClose={onClose} />
    </AppContext.Provider>,
  );
  return { onWrite, onClose, user: userEvent.setup() };
}

const lines = () => screen.getByRole('textbox', { name: 'Answers, one a line' });
const put = () => screen.getByRole('button', { name: 'Put under the message' });

test('W37 one a line, they are put under what stands in the box', async () => {
  const { onWrite, onClose, user } = dialog('Which size?');
  fireEvent.input(lines(), { target: { value: ' Small \n\nLarge' } });
  await user.click(put());
  expect(onWrite).toHaveBeenCalledWith('Which size?\n[Small]\n[Large]');
  expect(onClose).toHaveBeenCalled();
});

test('W37 what cannot be offered is said at the box, and nothing is written', async () => {
  const { onWrite, user } = dialog('Which size?');
  for (const wrong of ['Small', 'a\nb\nc\nd\ne\nf\ng', 'Small\nSmall', `Small\n${'x'.repeat(41)}`, 'Small\n[Large]']) {
    fireEvent.input(lines(), { target: { value: wrong } });
    expect(lines().getAttribute('aria-invalid')).toBeNull();
    await user.click(put());
    expect(lines().getAttribute('aria-invalid')).toBe('true');
  }
  expect(onWrite).not.toHaveBeenCalled();
});

test('W37 what the text offers already is changed or taken away', async () => {
  const { onWrite, user } = dialog('Which size?\n[Small]\n[Large]');
  expect(lines()).toHaveProperty('value', 'Small\nLarge');
  await user.click(screen.getByRole('button', { name: 'Offer none' }));
  expect(onWrite).toHaveBeenCalledWith('Which size?');
});

test('W37 the team sees what is offered, as no buttons, and a plain text as it is', () => {
  const { container, rerender } = render(
    <AppContext.Provider value={app}>
      <OfferedWords body={'Which size?\n[Small]\n[Large]'} />
      <ChoicesPreview body={'Which size?\n[Small]\n[Large]'} />
    </AppContext.Provider>,
  );
  expect(container.textContent).toBe('Which size?Offered: Small Large As buttons: Small Large ');
  expect(screen.queryAllByRole('button')).toEqual([]);
  rerender(
    <AppContext.Provider value={app}>
      <OfferedWords body={'See [1]\n[2]'} />
      <ChoicesPreview body={'See [1]\n[2]'} />
    </AppContext.Provider>,
  );
  expect(container.textContent).toBe('See [1]\n[2]');
});
