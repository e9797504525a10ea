/** The words around the chat: reply times, and what is asked before it begins. */
export const frontStrings = {
  readMore: 'Read more',
  replies: (within: string) => `Most people have an answer within ${within}`,
  topic: 'What is it about?',
  optional: 'optional',
  complaint: 'This is a complaint',
  asked: 'Before we can send this, please tell us:',
  go: 'Send now',
  missing: 'Please fill this in.',
  wrong: 'Please check this.',
  agree: 'Without this we may not take your message.',
};
