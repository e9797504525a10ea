/** Texts of the panel that an owner may replace: `textGreeting`, `textClosedByAgent`, or `data-text-greeting` on the tag. */
export type OwnTexts = Readonly<Record<string, unknown>>;

type Texts = Record<string, unknown>;

const all: Texts[] = [];
let own: OwnTexts = {};

/** These texts follow the owner's choice, also where they come later than it. */
export function replaceable<T extends object>(texts: T): T {
  all.push(texts as Texts);
  replace(texts as Texts, 'text');
  return texts;
}

export function takeOwnTexts(given: OwnTexts): void {
  own = given;
  for (const texts of all) replace(texts, 'text');
}

function replace(texts: Texts, prefix: string): void {
  for (const [name, text] of Object.entries(texts)) {
    const key = prefix + name.charAt(0).toUpperCase() + name.slice(1);
    const given = own[key];
    if (Array.isArray(text)) {
      if (typeof given === 'string') texts[name] = text.map((before, at) => given.split('|')[at] ?? before);
    } else if (typeof text === 'object') {
      replace(text as Texts, key);
    } else if (typeof given === 'string') {
      // What stands in braces, in this order, is what the sentence is about: a name, a number.
      texts[name] =
        typeof text === 'string'
          ? given
          : (...about: unknown[]) => given.replace(/\{\w+\}/g, () => `${about.shift() ?? ''}`);
    }
  }
}

/** Every text of the panel. Names that tests and assistive technology rely on are listed in docs/widget.md (W1). */
export const strings = replaceable({
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
  full: 'Many people are waiting right now',
  queued: 'You are in the queue; an agent will be with you soon',
  requeued: 'Somebody else will be with you soon',
  active: 'Here to help you',
  ended: 'This chat has ended',
  rests: 'Write to us',
  goesOn: 'Write to go on with this chat',

  leaveMessage: 'Leave message',
  leaveEmail: 'Save e-mail',

  pending: 'Sending',
  sent: 'Sent',
  delivered: 'Delivered',
  read: 'Read',
  retry: 'Try again',
  typing: (name: string) => `${name} is typing`,

  joined: (name: string) => `${name} joined`,
  wasRequeued: 'Somebody else will be with you soon. You keep your place.',
  reopened: 'You opened the chat again',
  closedBy: {
    visitor: 'You ended the chat',
    agent: 'The agent ended the chat',
    system: 'The chat has ended',
  },
  closedFor: {
    idle: 'The chat has ended because we did not hear from you. You can continue it below.',
    hours: 'The chat has ended because we are closed now.',
  },
  kept: 'We are closed now. Your message is kept, and we answer as soon as we are back.',
  idleWarning: (time: string) => `Are you still there? Without an answer this chat ends at ${time}.`,
  ratedWith: (score: number) => `You rated this chat ${score} of 5`,
  contactLeft: (email: string) => `We can reach you at ${email}`,

  connecting: 'Connecting',
  behind: 'New messages are on the way',
  offline: 'There is no connection right now. What you write is kept here and sent when it is back.',
  held: 'Our server cannot take messages right now. Yours are kept here and sent as soon as it can.',
  heldRate: 'You write faster than we can take it. Your messages are kept here and follow in a moment.',
  outboxFull: (max: number) => `${max} messages already wait to be sent. Please send this one later.`,
  endFailed: 'We could not end the chat. Please try again.',
  contactFailed: 'We could not save your address. Please try again.',

  viewFailed: 'This part of the chat could not be loaded.',

  blocked: 'The chat is not available here',
  blockedReload: 'There is a newer version of this chat. Please load the page again.',
  blockedMore: 'Please use another way to reach us. What you wrote is kept in this browser.',
});
