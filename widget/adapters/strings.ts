/** What the adapters say to the page's author, in the browser's console. */
export const strings = {
  ignored: (product: string, what: string, instead: string) =>
    `Deskbell: ${product} ${what} has no equal here and is ignored.${instead ? ` ${instead}` : ''}`,
  failed: (product: string, what: string) => `Deskbell: ${product} ${what} failed.`,
  needsTag: (product: string) =>
    `Deskbell: this page lets no script add another: put Deskbell’s own tag beside the one for ${product}.`,
  signature: 'A signature made for it proves nothing here: see docs/identity.md.',
};
