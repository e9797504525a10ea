/** The words about a copy of the chat. */
export const keepStrings = {
  title: 'Keep a copy of this chat',
  more: 'The copy is made here in your browser.',
  asText: 'Save as text',
  asPage: 'Save as a web page',
  back: 'Back to the chat',
  fileName: 'chat',
  with: (site: string) => `Chat with ${site}`,
};
