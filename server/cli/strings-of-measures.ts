/** What the commands about figures say. */
export const measureStrings = {
  about: 'work on the figures of the reports',
  rebuild: {
    about: 'make all packed facts again from the conversations; a running relay goes on beside it',
    after:
      'Ended half-way, it goes on where it was. Figures do not change by it: they are the same before, meanwhile and after.',
    begin: (packs: number) => `${packs} packs to make.`,
    goesOn: (number: number) => `It goes on with pack ${number}.`,
    progress: (done: number, all: number, conversations: number) =>
      `${done} of ${all} packs, ${conversations} episodes`,
    done: (all: number, same: number) =>
      `Done: ${all} packs, ${same} of them with the same bytes as before, ${all - same} new or different.`,
  },
};
