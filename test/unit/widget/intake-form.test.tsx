import { signal } from '@preact/signals';
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { useEffect } from 'preact/hooks';
import { afterEach, beforeAll, expect, test } from 'vitest';
import type { Front, IntakeIn } from '../../../protocol/wire/front.ts';
import { FORM_VALUE_CHARS_MAX } from '../../../protocol/wire/limits.ts';
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

test.each(['text', 'long'] as const)(
  'B4 FORM_VALUE_CHARS_MAX no more fits in (%s), and what is left is said',
  (kind) => {
    const intake = signal<IntakeIn | undefined>(undefined);
    const fields = [{ key: 'story', label: 'Story', kind, required: false, options: [] }];
    const front = { form: { fields, consent: null, asksComplaint: false } };
    const { rerender } = render(<IntakeForm chat={{ intake }} front={front} />);
    const box = screen.getByLabelText<HTMLTextAreaElement>('Story');
    expect(box.maxLength).toBe(FORM_VALUE_CHARS_MAX);
    fireEvent.input(box, { target: { value: `a\0b\ud83d${'x'.repeat(448)}` } });
    rerender(<IntakeForm chat={{ intake }} front={front} />);
    expect(intake.value?.fields?.story).toBe(`ab${'x'.repeat(448)}`);
    expect(screen.getByText('50 characters left')).toBeTruthy();
    fireEvent.input(box, { target: { value: 'short' } });
    rerender(<IntakeForm chat={{ intake }} front={front} />);
    expect(screen.queryByText(/left/)).toBeNull();
  },
);
