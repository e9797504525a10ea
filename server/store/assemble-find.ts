import type { Engine } from './engine.ts';
import type { FindStore } from './find-store.ts';
import { findLines } from './queries/find-lines.ts';
import { isRefolding, refoldWords } from './queries/refold-words.ts';
import { countUntaken, takeUpWords } from './queries/take-up-words.ts';

export function findOf(engine: Engine): FindStore {
  return {
    takeUpWords: (input) => engine.write(takeUpWords, input),
    refoldWords: (input) => engine.write(refoldWords, input),
    findLines: (input) => engine.read(findLines, input),
    countUntaken: () => engine.read(countUntaken, undefined),
    isRefolding: () => engine.read(isRefolding, undefined),
  };
}
