/** What happens in a conversation, beside the words of people. */
export const eventStrings = {
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
  ratedWith: (score: number | string) => `You rated this chat ${score} of 5`,
  contactLeft: (email: string) => `We can reach you at ${email}`,
};
