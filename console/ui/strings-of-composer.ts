import { inLanguage } from './language.ts';

/** Texts of what stands beside writing (docs/composer.md). */
export const composerWords = inLanguage('composer', {
  send: 'Send',
  more: 'More ways to send',
  closeResolved: 'Send and close: resolved',
  closeUnresolved: 'Send and close: not resolved',
  later: 'Send later…',
  enterSends: 'Enter sends',
  enterBreaks: 'Enter makes a new line',
  undoOff: 'Send without the seconds to undo',
  undoOn: 'Wait some seconds before sending',
  hintEnter: 'Enter sends, Shift + Enter makes a new line',
  hintMod: 'Ctrl or ⌘ + Enter sends, Enter makes a new line',
  noteHintEnter: 'Only the team reads this. Enter adds it, Shift + Enter makes a new line, @ names a colleague',
  noteHintMod: 'Only the team reads this. Ctrl or ⌘ + Enter adds it, @ names a colleague',

  undo: {
    label: 'Message on its way',
    leaves: (seconds: number) => (seconds === 1 ? 'Leaves in 1 second' : `Leaves in ${seconds} seconds`),
    closes: 'and closes the conversation',
    undo: 'Undo',
    now: 'Send now',
  },

  closeRefused: {
    sent: (label: string) =>
      label === ''
        ? 'Your answer was sent, but the conversation was not closed.'
        : `Your answer to ${label} was sent, but the conversation was not closed.`,
    foreign: 'A colleague has it now and ends it.',
    again: 'Close it again, or go on writing.',
    close: 'Close it again',
    putAway: 'Put away',
  },

  undoLabel: 'Seconds in which a message can be called back',
  undoHint: 'From 0 to 30. With 0 a message leaves at once. Empty: the usual 5.',

  planned: {
    label: 'To be sent later',
    at: (when: string) => `Leaves ${when}`,
    byOther: (name: string, when: string) => `${name} sends this ${when}`,
    outside: (opens: string | null) =>
      opens === null ? 'The chat is closed then.' : `The chat is closed then. It opens ${opens}.`,
    held: {
      visitor_wrote: 'Not sent: the visitor wrote meanwhile. Read it first.',
      closed: 'Not sent: the conversation is closed.',
      reassigned: 'Not sent: somebody else has this conversation now.',
      late: 'Not sent: its time was missed, because the relay was not running.',
      viewing: 'Not sent: who wrote it only looks on now.',
    },
    closes: 'Closes the conversation.',
    change: 'Change',
    now: 'Send now',
    cancel: 'Take back',
    bar: (count: number) =>
      count === 1
        ? 'An answer of yours was not sent and asks you.'
        : `${count} answers of yours were not sent and ask you.`,
    look: 'Look',
  },

  dialog: {
    title: 'Send later',
    changeTitle: 'Change what is sent later',
    hint: (zone: string) => `It asks you instead if the visitor writes before. Your time: ${zone}.`,
    inHour: 'In an hour',
    tomorrow: 'Tomorrow at nine',
    monday: 'Monday at nine',
    when: 'Date and time',
    wrong: 'Choose a time to come, at most 90 days ahead.',
    text: 'Message',
    keep: 'Send later',
    save: 'Save',
    cancel: 'Cancel',
  },

  mention: {
    list: 'Colleagues',
    found: (count: number) =>
      count === 0
        ? 'Nobody of this name. Escape closes the list.'
        : `${count} ${count === 1 ? 'colleague' : 'colleagues'}. Arrow keys choose, Enter takes the name.`,
    bar: (name: string, label: string) => `${name} named you in a note about ${label}`,
    more: (count: number) => (count === 1 ? 'and one more' : `and ${count} more`),
    open: 'Open',
  },

  emoji: { open: 'Emoji', search: 'Search emoji', none: 'Nothing found' },
} as const);
