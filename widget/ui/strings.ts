/** Every text of the panel. Names that tests and assistive technology rely on are listed in docs/widget.md (W1). */
export const strings = {
  /** The language of these texts, and its direction. */
  lang: 'en',
  dir: 'ltr' as 'ltr' | 'rtl',

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
  full: 'Many people are waiting right now',
  queued: 'You are in the queue; an agent will be with you soon',
  requeued: 'Somebody else will be with you soon',
  active: 'Here to help you',
  ended: 'This chat has ended',
  rests: 'Write to us',
  goesOn: 'Write to go on with this chat',

  leaveMessage: 'Leave message',

  unsent: 'Not sent yet',
  pending: 'Sending',
  sent: 'Sent',
  delivered: 'Delivered',
  read: 'Read',
  retry: 'Try again',
  typing: (name: string) => `${name} is typing`,

  connecting: 'Connecting',
  behind: 'New messages are on the way',
  offline: 'There is no connection right now. What you write is kept here and sent when it is back.',

  viewFailed: 'This part of the chat could not be loaded.',

  blocked: 'The chat is not available here',
};
