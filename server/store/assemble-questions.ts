import type { Engine } from './engine.ts';
import * as rows from './queries/question-row.ts';
import * as questions from './queries/questions.ts';
import type { QuestionStore } from './question-store.ts';

/** Part of assemble-writing.ts. */
export function questionsOf(engine: Engine): QuestionStore {
  return {
    addQuestion: (input) => engine.write(questions.addQuestion, input),
    findQuestion: (id) => engine.read(rows.findQuestion, id),
    endQuestion: (input) => engine.write(questions.endQuestion, input),
    listQuestions: (input) => engine.read(rows.listQuestions, input),
    listOwnQuestions: (input) => engine.read(rows.listOwnQuestions, input),
    seeQuestions: (input) => engine.write(questions.seeQuestions, input),
    listLateQuestions: (input) => engine.read(questions.listLateQuestions, input),
    takeLateQuestions: (input) => engine.write(questions.takeLateQuestions, input),
  };
}
