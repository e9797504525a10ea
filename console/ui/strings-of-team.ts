import type { AskEndedEntry, AskedEntry, MovedEntry, ReasonEntry } from '../../protocol/wire/team.ts';
import { isolate } from './isolated.tsx';
import { inLanguage } from './language.ts';
import { spellWhy } from './strings-of-why.ts';

/** What people read about working together; a part of strings.ts. */
export const teamWords = inLanguage('team', {
  pick: 'Pick',
  pickLong: 'Pick this conversation',
  takeOver: 'Take over',
  leave: 'Leave the conversation',
  passOn: 'Pass on',
  passOnLong: 'Pass on: transfer, invite or give back',
  transfer: 'Transfer…',
  invite: 'Invite a colleague…',
  giveBack: 'Give back to the queue',
  with: 'also here:',

  mode: 'Write to',
  modes: { reply: 'Reply', note: 'Note' },
  modeHints: { reply: 'The visitor reads it', note: 'Only the team reads it (Alt + N)' },
  note: 'Note for the team',
  notePlaceholder: 'Only the team reads this',
  addNote: 'Add note',
  noteHint: 'Only the team reads this. Enter adds it, Shift + Enter makes a new line',
  noteBy: (name: string) => `Note by ${name}, only for the team`,
  noteByYou: 'Your note, only for the team',
  noteFailed: 'Not stored. Try again, or copy the text.',
  notePending: 'Storing',

  dialog: {
    transfer: 'Transfer the conversation',
    invite: 'Invite a colleague',
    transferHint: 'The colleague has half a minute to accept. Until then it stays with you.',
    inviteHint: 'With a yes the colleague writes to the visitor, too, and the visitor sees who joined.',
    search: 'Search for a name',
    searchBoth: 'Search for a person or a department',
    people: 'Whom to ask',
    noOne: 'Nobody of this name',
    loading: 'Looking who is there…',
    failed: 'The team could not be loaded.',
    note: 'Note for the colleague',
    noteHint: 'The visitor does not see it.',
    ask: (name: string) => `Ask ${name}`,
    move: (name: string) => `Send to ${name}`,
    choose: 'Choose somebody',
    cancel: 'Cancel',
    load: (load: number, capacity: number) => `${load} of ${capacity}`,
    away: 'Away',
    gone: 'Not here',
    department: 'Department',
  },

  asking: {
    transfer: (name: string) => `${name} is asked to take it over`,
    invite: (name: string) => `${name} is asked to come in`,
    takeBack: 'Take back',
  },
  ring: {
    label: 'A colleague asks you',
    offerLabel: 'Somebody waits for you',
    transfer: (by: string, visitor: string) => `${by} asks you to take over ${visitor}`,
    invite: (by: string, visitor: string) => `${by} asks you to come in to ${visitor}`,
    offer: (_by: string, visitor: string) => `${visitor} waits. Will you take it?`,
    left: (time: string) => `${time} left`,
    accept: 'Accept',
    decline: 'Decline',
    look: 'Look first',
  },

  away: {
    because: 'Away because',
    inactive: 'No input for a while',
    viewing: 'Only viewing',
    missed: 'Conversations were missed',
    bar: (reason: string) => `You are away: ${reason}. New conversations go to others.`,
    viewer: 'You look on. Conversations go to others.',
  },
  idle: {
    warning: (time: string) => `Nothing was pressed here for a while. You will be set to away in ${time}.`,
    here: 'I am here',
  },

  notices: {
    not_done: 'That was not possible just now. Try again in a moment.',
    taken: 'Somebody else has this conversation now.',
    gone: 'This is not there any more. Choose another one.',
    absent: 'This colleague cannot be asked now. Choose somebody else.',
    asked: 'Somebody is asked already. Wait for the answer, or take the question back.',
    ask_over: 'This question is not open any more.',
    not_allowed: 'You may not do this here.',
  },

  lines: {
    relay: 'The relay',
    askedOver: (by: string, to: string) => `${by} asked ${to} to take over`,
    askedIn: (by: string, to: string) => `${by} asked ${to} to come in`,
    declined: (to: string) => `${to} declined`,
    silent: (to: string) => `${to} did not answer in time`,
    tookBack: (by: string) => `${by} took the question back`,
    sentTo: (by: string, department: string) => `${by} sent it to ${department}`,
    askedFor: (department: string) => `The visitor asked for ${department}`,
    gaveBack: (by: string) => `${by} gave it back to the queue`,
  },
} as const);

/** Why and how, as a line of the thread and of the board; its names stand isolated (isolated.tsx). */
export function teamLine(entry: ReasonEntry | AskedEntry | AskEndedEntry | MovedEntry): string {
  const { lines } = teamWords;
  const by = entry.by ? isolate(entry.by.name) : lines.relay;
  const to = 'to' in entry ? isolate(entry.to.name) : '';
  switch (entry.kind) {
    case 'reason':
      return entry.why ? spellWhy(entry.agent.name, entry.why) : isolate(entry.reason);
    case 'asked':
      return entry.ask === 'transfer' ? lines.askedOver(by, to) : lines.askedIn(by, to);
    case 'ask_ended':
      if (entry.how === 'declined') return lines.declined(to);
      return entry.how === 'timed_out' ? lines.silent(to) : lines.tookBack(by);
    case 'moved':
      if (entry.asked) return lines.askedFor(isolate(entry.department ?? ''));
      return entry.department ? lines.sentTo(by, isolate(entry.department)) : lines.gaveBack(by);
  }
}
