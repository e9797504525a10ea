import { composerOf } from './assemble-composer.ts';
import { macrosOf } from './assemble-macros.ts';
import { questionsOf } from './assemble-questions.ts';
import { repliesOf } from './assemble-replies.ts';
import type { ComposerStore } from './composer-store.ts';
import type { Engine } from './engine.ts';
import type { QuestionStore } from './question-store.ts';
import type { ReplyStore } from './reply-store.ts';

/** Part of assemble-store.ts: all that stands beside writing. */
export function writingOf(engine: Engine): ReplyStore & ComposerStore & QuestionStore {
  return { ...repliesOf(engine), ...composerOf(engine), ...macrosOf(engine), ...questionsOf(engine) };
}
