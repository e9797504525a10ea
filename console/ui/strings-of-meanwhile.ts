import { inLanguage } from './language.ts';

/** Two who change one record (Z13). */
export const meanwhileWords = inLanguage('meanwhile', {
  changed: 'Somebody else saved this while you wrote. Both changed the same; what you wrote is still here.',
  changedBy: (name: string) =>
    `${name} saved this while you wrote. Both changed the same; what you wrote is still here.`,
  theirsShown: 'This is what they saved. What you wrote is kept.',
  gone: 'Somebody else removed or renamed what you were changing. What you wrote there was not saved.',
  seeTheirs: 'See theirs',
  takeTheirs: 'Take theirs',
  keepMine: 'Save mine',
} as const);
