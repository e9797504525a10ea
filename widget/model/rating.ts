import { batch, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Answer } from '../../protocol/wire/errors.ts';
import type { Placed } from '../../protocol/wire/events.ts';
import type { RatingMore } from '../../protocol/wire/front.ts';
import { COMMENT_CHARS_MAX } from '../../protocol/wire/limits.ts';
import { cleanText } from './text.ts';

export interface Rating {
  /** 1 to 5, or null before the choice. */
  score: ReadonlySignal<number | null>;
  comment: ReadonlySignal<string>;
  /** What goes with the score; the form writes it. */
  more: Signal<RatingMore>;
  state: ReadonlySignal<'open' | 'sending' | 'failed' | 'late'>;
  choose(score: number): void;
  write(comment: string): void;
  /** Does nothing before a choice. */
  submit(): Promise<void>;
  reset(): void;
}

export function createRating(
  post: (score: number, comment: string | undefined, more: RatingMore) => Promise<Answer<Placed>>,
): Rating {
  const score = signal<number | null>(null);
  const comment = signal('');
  const more = signal<RatingMore>({});
  const state = signal<'open' | 'sending' | 'failed' | 'late'>('open');
  return {
    score,
    comment,
    more,
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
      const answer = await post(score.value, text || undefined, more.value);
      if (answer.ok) state.value = 'open';
      else state.value = answer.error === 'rating_closed' ? 'late' : 'failed';
    },
    reset: () =>
      batch(() => {
        score.value = null;
        comment.value = '';
        more.value = {};
        state.value = 'open';
      }),
  };
}
