import type { ErrorCode } from '../../protocol/wire/errors.ts';

/** Every text of the panel. Names that tests and assistive technology rely on are listed in docs/widget.md (W1). */
export const strings = {
  chat: 'Chat',
  openChat: 'Open chat',
  closeChat: 'Close chat',
  close: 'Close',
  messages: 'Messages',
  message: 'Message',
  send: 'Send',
  endChat: 'End chat',
  writeHint: 'Enter sends, Shift + Enter starts a new line',
  placeholder: 'Write a message',
  newMessages: 'New messages',
  earlier: 'Show earlier messages',
  you: 'You',
  team: 'Our team',
  today: 'Today',
  yesterday: 'Yesterday',
  unread: (count: number) => (count === 1 ? '1 new message' : `${count} new messages`),
  left: (count: number) => (count === 1 ? '1 character left' : `${count} characters left`),
  over: (count: number) => (count === 1 ? '1 character too many' : `${count} characters too many`),

  greeting: 'Hello. How can we help?',
  greetingMore: 'Write to us here. You can go on reading the page meanwhile.',
  here: 'Someone is here to answer',
  nobody: 'Nobody is available right now',
  nobodyMore:
    'Leave your message. It waits here, and the first of us who is back will read it. With your e-mail address we can also answer you there.',
  unattendedMore:
    'Your message waits here, and the first of us who is back will answer. You can write more at any time.',
  queued: 'You are in the queue; an agent will be with you soon',
  requeued: 'The agent had to leave; somebody else will go on soon',
  active: 'Here to help you',
  ended: 'This chat has ended',
  rests: 'Write to us',
  goesOn: 'Write to go on with this chat',

  email: 'E-mail',
  optional: 'optional',
  emailWrong: 'This does not look like an e-mail address.',
  leaveMessage: 'Leave message',
  leaveEmail: 'Save e-mail',

  pending: 'Sending',
  sent: 'Sent',
  delivered: 'Delivered',
  read: 'Read',
  failed: 'Not sent',
  retry: 'Try again',
  sendAnew: 'Send in a new chat',
  copy: 'Copy text',
  remove: 'Remove',
  typing: (name: string) => `${name} is typing`,

  joined: (name: string) => `${name} joined`,
  wasRequeued: 'The agent had to leave. You keep your place in the queue.',
  reopened: 'You opened the chat again',
  closedBy: {
    visitor: 'You ended the chat',
    agent: 'The agent ended the chat',
    system: 'The chat has ended',
  },
  ratedWith: (score: number) => `You rated this chat ${score} of 5`,
  contactLeft: (email: string) => `We can reach you at ${email}`,

  rate: 'How did we do?',
  scores: ['1 of 5', '2 of 5', '3 of 5', '4 of 5', '5 of 5'],
  scoreWords: ['Very bad', 'Bad', 'All right', 'Good', 'Very good'],
  comment: 'Comment',
  commentMore: 'What should we keep, or do better?',
  sendRating: 'Send rating',
  sendingRating: 'Sending your rating',
  skip: 'Skip',
  ratingFailed: 'We could not send your rating. Your choice is kept here; please try again.',
  ratingLate: 'The time for rating this chat is over. Thank you all the same.',
  thanks: 'Thank you for your rating',
  thanksMore: 'It helps us to do better.',
  goodbye: 'Thank you for writing to us',
  goodbyeMore: 'We are here when you need us again.',
  startNew: 'Start a new chat',
  goOn: 'Continue this chat',

  connecting: 'Connecting',
  offline: 'There is no connection right now. What you write is kept here and sent when it is back.',
  held: 'Our server cannot take messages right now. Yours are kept here and sent as soon as it can.',
  heldRate: 'You write faster than we can take it. Your messages are kept here and follow in a moment.',
  outboxFull: (max: number) => `${max} messages already wait to be sent. Please send this one later.`,
  endFailed: 'We could not end the chat. Please try again.',
  contactFailed: 'We could not save your address. Please try again.',

  blocked: 'The chat is not available here',
  blockedReload: 'There is a newer version of this chat. Please load the page again.',
  blockedMore: 'Please use another way to reach us. What you wrote is kept in this browser.',
} as const;

/** Why a message stays here until the person decides. */
export function failureOf(error: ErrorCode | undefined): string {
  switch (error) {
    case 'conversation_closed':
      return 'The chat had ended before this arrived.';
    case 'not_found':
      return 'That chat is not there any more.';
    case 'too_large':
      return 'This is too long.';
    default:
      return 'Our server did not take this.';
  }
}
