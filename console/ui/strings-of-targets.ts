import { inLanguage } from './language.ts';

/** What the team aims at: for everybody, for departments, for segments of visitors. */
export const targetWords = inLanguage('target', {
  title: 'Targets',
  hint: 'An answer within so many seconds. A conversation that is near its target moves up, and is marked in the inbox and on the board. Empty: no target.',
  everybody: 'Everybody',
  departments: 'Departments',
  departmentsHint: 'Instead of the target of everybody.',
  noDepartments: 'There is no department yet.',
  asEverybody: 'As for everybody',
  segments: 'Segments of visitors',
  segmentsHint:
    'A segment is a tag that your pages or your shop’s import give a visitor. Its target goes before the department’s; of several the shortest counts.',
  segment: 'Segment',
  seconds: 'Seconds',
  secondsOf: (name: string) => `Seconds for ${name}`,
  add: 'Add a segment',
  remove: (name: string) => `Remove ${name}`,
  save: 'Save',
  saving: 'Saving…',
  saved: 'Saved.',
  failed: 'This could not be loaded.',
  seenTitle: 'What this means',
  seen: (name: string, length: string) => `${name}: an answer within ${length}`,
  seenNone: (name: string) => `${name}: no target`,
} as const);
