import { batch, type ReadonlySignal, signal } from '@preact/signals';
import type { Answer } from '../../protocol/wire/errors.ts';
import type { Placed } from '../../protocol/wire/events.ts';
import { COMMENT_CHARS_MAX } from '../../protocol/wire/limits.ts';
import { cleanText } from './text.ts';

export interface Rating {
  /** 1 to 5, or null before the choice. */
  score: ReadonlySignal<number | null>;
  comment: ReadonlySignal<string>;
  state: ReadonlySignal<'open' | 'sending' | 'failed' | 'late'>;
  choose(score: number): void;
  write(comment: string): void;
  /** Does nothing before a choice. */
  submit(): Promise<void>;
  reset(): void;
}

export function createRating(post: (score: number, comment: string | undefined) => Promise<Answer<Placed>>): Rating {
  const score = signal<number | null>(null);
  const comment = signal('');
  const state = signal<'open' | 'sending' | 'failed' | 'late'>('open');
  return {
    score,
    comment,
    state,
    choose: (chosen) => {
      score.value = chosen;
    },
    write: (text) => {
      comment.value = text;
    },
    async submit() {
      if (score.value === null || state.value === 'sending') return;
      state.value = 'sending';
      const text = cleanText(comment.value.slice(0, COMMENT_CHARS_MAX));
      const answer = await post(score.value, text || undefined);
      if (answer.ok) state.value = 'open';
      else state.value = answer.error === 'rating_closed' ? 'late' : 'failed';
    },
    reset: () =>
      batch(() => {
        score.value = null;
        comment.value = '';
        state.value = 'open';
      }),
  };
}
