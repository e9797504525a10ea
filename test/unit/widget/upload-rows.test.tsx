import { cleanup, render, screen } from '@testing-library/preact';
import { userEvent } from '@testing-library/user-event';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { afterEach, beforeAll, expect, test } from 'vitest';
import type { Upload, Uploads } from '../../../protocol/client/uploads.ts';
import { createView, type FilesParts } from '../../../widget/ui/files.tsx';
import { handed } from '../../../widget/ui/handed.ts';

beforeAll(() => {
  Object.assign(handed, { useEffect, useLayoutEffect, useRef, useState });
});
afterEach(cleanup);

test('W14 W30 by keys alone: what is taken away takes its row along, and the focus goes to the button beside it', async () => {
  const file = { name: 'setup.exe', bytes: 9, type: '', read: async () => new Uint8Array(9), draw: async () => false };
  const failed: Upload = { clientId: 'u1', file, state: 'failed', done: 0, error: 'file_refused' };
  let changed = () => {};
  const uploads = {
    rules: { on: true, bytesMax: 1_000_000, kinds: ['image'] },
    list: [failed] as Upload[],
    remove() {
      uploads.list = [];
      changed();
    },
  };
  const parts: Partial<FilesParts> = {
    uploads: uploads as unknown as Uploads,
    chosenMax: 10,
    listen(listener) {
      changed = listener;
      return () => {};
    },
    readRules: () => {},
    isStored: () => false,
    isOurs: () => true,
  };
  const View = createView(parts as FilesParts);
  render(<View />);
  screen.getByRole('button', { name: 'Remove setup.exe' }).focus();
  await userEvent.setup().keyboard('{Enter}');
  expect(screen.queryByText('setup.exe')).toBeNull();
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Attach a file' }));
});
