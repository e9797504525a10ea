import type { Engine } from './engine.ts';
import type { FeedbackStore } from './feedback-store.ts';
import { countAnonymous, listAnonymous } from './queries/anonymous-answers.ts';
import { countAskedNameless, listAskedNameless } from './queries/asked-nameless.ts';
import { listSaid, readSaid } from './queries/feedback-lines.ts';
import { findFollowUp } from './queries/follow-up-row.ts';
import * as followUps from './queries/follow-ups.ts';
import { listKindWords } from './queries/kind-words.ts';
import { listQuestionWords } from './queries/question-words.ts';

/** Part of assemble-store.ts. */
export function assembleFeedback(engine: Engine): FeedbackStore {
  return {
    listFollowUps: (input) => engine.read(followUps.listFollowUps, input),
    countFollowUps: (input) => engine.read(followUps.countFollowUps, input),
    findFollowUp: (id) => engine.read(findFollowUp, id),
    addFollowUp: (input) => engine.write(followUps.addFollowUp, input),
    changeFollowUp: (input) => engine.write(followUps.changeFollowUp, input),
    endFollowUp: (input) => engine.write(followUps.endFollowUp, input),
    listOverdue: (input) => engine.read(followUps.listOverdue, input),
    takeOverdue: (input) => engine.write(followUps.takeOverdue, input),
    readSaid: (input) => engine.snapshot(readSaid, input),
    listSaid: (places) => engine.read(listSaid, places),
    countAnonymous: (input) => engine.read(countAnonymous, input),
    listAnonymous: (input) => engine.read(listAnonymous, input),
    listQuestionWords: () => engine.read(listQuestionWords, undefined),
    countAskedNameless: (input) => engine.snapshot(countAskedNameless, input),
    listAskedNameless: (input) => engine.read(listAskedNameless, input),
    listKindWords: (input) => engine.read(listKindWords, input),
  };
}
