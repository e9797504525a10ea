import { inLanguage } from './language.ts';

/** What is kept of visitors, and what owners can do about it. */
export const privacyWords = inLanguage('privacy', {
  title: 'What is collected',
  before: 'Before a visitor opens the chat: nothing. No cookie, nothing stored, no connection.',
  open: 'Once it is open: a random token in the browser’s storage, and on the relay the page’s address, title and language with each conversation, and when the visitor was here last.',
  written:
    'What the visitor writes, sends as a file, fills in, rates, and what your page says of the visitor. Never the IP address.',
  strict: 'Isolated mode',
  strictHint:
    'The chat runs in a frame of the relay, so that no script of your page can read what is said. The policy of your pages changes with it (Sites).',
  strictOn: 'Run the chat in a frame of its own',
  files: 'Files',
  filesHint: 'After this time files go, and their messages stay. Half-done uploads go after 30 minutes.',
  filesDays: 'Keep files for (days)',
  filesEmpty: (max: number) => `From 1 to ${max}. Empty: as long as their conversation.`,
  filesWrong: (max: number) => `Write a whole number from 1 to ${max}, or nothing.`,
  ratings: 'Ratings',
  anonymous: 'Let visitors rate without a name',
  anonymousHint: 'The answer is counted, and nobody on the team learns which chat it was.',
  unsent: 'Words that are not sent yet',
  preview: 'Show whoever answers what a visitor is writing',
  previewHint:
    'Only while the conversation is open, to whoever serves it or looks at it; it is kept nowhere. A sentence beside the visitor’s box says so, with a button that ends it for this browser.',
  counting: 'Messages that come by themselves',
  counted: 'Count visits in the visitor’s browser',
  countedHint:
    'Off, nothing is stored before the visitor acts, and rules about repeated visits do nothing. On, a count stands in the browser’s storage; your privacy notice should say so.',
  mail: 'Copies by mail',
  transcripts: 'Offer a copy of the conversation by mail',
  more: 'Elsewhere',
  consent: 'Words that a visitor agrees to before writing',
  person: 'Export or erase one visitor',
  personHint:
    'In the inbox, in the panel about the person: what the team noted, or everything, with all conversations and files. Reports keep counting, without the person.',
  services: 'Connected services',
  servicesHint:
    'What a translator, a writing assistant or a system of yours is told, and when. Nothing unless you connect one.',
  orders: 'Orders and customers',
  ordersHint: 'Your shop’s server takes a person’s orders away with DELETE /api/v1/import/customers/ID.',
} as const);
