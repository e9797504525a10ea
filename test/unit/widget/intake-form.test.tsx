import { signal } from '@preact/signals';
import { cleanup, render, screen } from '@testing-library/preact';
import { useEffect } from 'preact/hooks';
import { afterEach, beforeAll, expect, test } from 'vitest';
import type { Front, IntakeIn } from '../../../protocol/wire/front.ts';
import { handed } from '../../../widget/ui/handed.ts';
import { IntakeForm } from '../../../widget/ui/intake-form.tsx';

beforeAll(() => {
  Object.assign(handed, { useEffect });
});
afterEach(cleanup);

const frontWith = (options: string[], required: boolean): Front => ({
  form: {
    fields: [{ key: 'size', label: 'Size', kind: 'choice', required, options }],
    ...{ consent: null, asksComplaint: false },
  },
});

test.each([true, false])(
  'B4 a choice that the owner takes away under the open form (required: %s) is chosen no more',
  async (required) => {
    const intake = signal<IntakeIn | undefined>({ fields: { size: 'Large' } });
    const form = (options: string[]) => <IntakeForm chat={{ intake }} front={frontWith(options, required)} strict />;
    const { rerender } = render(form(['Small', 'Large']));
    const choice = () => screen.getByLabelText<HTMLSelectElement>('Size');
    expect([choice().value, choice().getAttribute('aria-invalid')]).toEqual(['Large', 'false']);
    rerender(form(['Small', 'Huge']));
    await expect.poll(() => intake.value?.fields).toEqual({ size: '' });
    rerender(form(['Small', 'Huge']));
    expect([choice().value, choice().getAttribute('aria-invalid')]).toEqual(['', `${required}`]);
  },
);
