import { inLanguage } from './language.ts';

/** What visitors say before a conversation, and with a score (B4, C17). */
export const frontWords = inLanguage('front', {
  asked: 'Asked before the chat',
  askedHint: 'As the visitor wrote it.',
  proactive: 'Answers our message',
  topic: 'Topic',
  complaint: 'Complaint',
  yes: 'Yes',
  agreed: 'Agreed to',
  version: (version: string, when: string) => `version ${version}, ${when}`,
  solved: { yes: 'Solved', partly: 'Partly solved', no: 'Not solved' },
  isComplaint: 'A complaint',
  effort: (effort: number) => `Effort ${effort} of 7`,
  recommend: (recommend: number) => `Recommends ${recommend} of 10`,
} as const);
