import type { Weekday } from '../../protocol/wire/hours.ts';
import type { AtClosing } from '../../protocol/wire/settings.ts';
import type { ServiceSettings } from '../model/service-settings.ts';
import type { SettingsPart } from '../model/settings-parts.ts';
import { duration } from './format.ts';
import { inLanguage } from './language.ts';

type Limits = ServiceSettings['limits'];

/** What people read on the pages about hours, the queue and the end of conversations; fetched with them. */
export const hoursWords = inLanguage('hours', {
  whose: 'For',
  site: (name: string) => `Site: ${name}`,
  department: (name: string) => `Department: ${name}`,
  noSite: 'There is no site yet. Add one under “You”, then come back.',
  notHere: 'Nothing here has this address any more, or it never had. Choose from the list.',
  unreached:
    'What this address names is not among what is known here, and the relay cannot be reached to ask. It is asked again by itself.',
  failed: 'These settings could not be loaded.',
  faultAbove: 'One field above is not right yet. It is marked.',
  remove: (what: string) => `Remove ${what}`,

  now: {
    title: 'Now',
    open: 'Chat is open.',
    openUntil: (when: string) => `Chat is open until ${when}.`,
    closed: 'Chat is closed.',
    closedUntil: (when: string) => `Chat is closed. Next open: ${when}.`,
    never: 'Chat is closed, and no opening is in sight for more than a year.',
    offline: 'Chat is offline: it was taken offline by hand.',
    offlineUntil: (when: string) => `Chat is offline by hand. Next open: ${when}.`,
    asSite: 'This department is open when its site is.',
    text: 'Visitors read',
    usualText: 'the usual sentence that nobody is there, and that a message is welcome',
    takeOffline: 'Take chat offline now…',
    offlineTitle: 'Take chat offline now',
    offlineHint: 'At once and whatever the hours say. Messages are kept, and answered when chat is back.',
    offlineText: 'What visitors read',
    offlineTextHint: (max: number) =>
      `Such as “Our line is down this morning.” Up to ${max} characters. Empty: our usual sentence.`,
    until: 'Until',
    untilHint: 'By the clock of your browser. Empty: until somebody puts it back.',
    untilPast: 'This moment is over. Choose a later one, or none.',
    confirm: 'Take it offline',
    backOnline: 'Put chat back online',
    cancel: 'Cancel',
  },

  week: {
    title: 'Opening hours',
    hint: 'By the clock on the wall of this time zone, summer time included.',
    always: 'Always open',
    asSite: 'The same as its site',
    own: 'Open at certain hours',
    zone: 'Time zone',
    zoneHint: 'Such as Europe/Berlin.',
    closed: 'Closed',
    allDay: 'The whole day',
    nextDay: 'until the next day',
    from: (day: string, which: number) => `${day}, hours ${which}: from`,
    to: (day: string, which: number) => `${day}, hours ${which}: to`,
    to_: 'to',
    add: 'Add hours',
    addTo: (day: string) => `Add hours to ${day}`,
    removeFrom: (day: string, which: number) => `Remove hours ${which} of ${day}`,
    copy: 'Copy Monday to Tuesday–Friday',
    days: {
      monday: 'Monday',
      tuesday: 'Tuesday',
      wednesday: 'Wednesday',
      thursday: 'Thursday',
      friday: 'Friday',
      saturday: 'Saturday',
      sunday: 'Sunday',
    } satisfies Record<Weekday, string>,
  },

  special: {
    title: 'Holidays and other days',
    hint: 'Their hours take the place of the week’s. A day without hours is closed, and visitors read its name.',
    none: 'No special day yet.',
    add: 'Add a day',
    name: 'Name',
    nameExample: 'New Year’s Day',
    date: 'Date',
    yearly: 'Every year',
    closed: 'Closed all day',
    unnamed: 'this day',
  },

  preview: {
    title: 'What this means',
    today: 'today',
    tomorrow: 'tomorrow',
    closed: 'closed',
    allDay: 'open the whole day',
    span: (from: string, to: string) => `${from} to ${to}`,
    night: (from: string, to: string) => `${from} to ${to} the next day`,
    midnight: 'midnight',
    always: 'Always open: every day, around the clock.',
    asSite: 'Open when its site is.',
    incomplete: 'As soon as every field above is right, the days of this week stand here.',
    clock: (zone: string) => `Times by the clock of ${zone}.`,
  },

  closing: {
    title: 'When the hours end',
    hint: 'For visitors who wait in the queue at that moment. Conversations with an agent go on.',
    choices: {
      serve: ['Serve them to the end', 'They keep their place, and agents who are still there answer.'],
      keep: ['Keep their messages', 'They are told that it is answered when chat opens, and keep their place.'],
      close: ['End them politely', 'They are told that the hours are over. They can write again at any time.'],
    } satisfies Record<AtClosing, readonly [string, string]>,
  },

  queue: {
    title: 'The queue',
    hint: 'What visitors see while they wait.',
    waitingMax: 'At most so many wait',
    waitingMaxHint: 'One more is asked to leave an e-mail address or to come back later. Empty: no limit.',
    showsPosition: 'Show the place in the queue',
    showsRange: 'Show how long it takes',
    showsRangeHint: (samples: number) =>
      `Only where it is known: at least ${samples} conversations of the last 30 days, and somebody there.`,
    email: 'Visitors can leave an e-mail address at any time while they wait. Their place stays.',
    stages: 'Words while waiting',
    stagesHint: 'Said in the conversation, each of them once, when somebody has waited so long.',
    noStages: 'None yet.',
    addStage: 'Add a sentence',
    after: (which: number) => `Sentence ${which}: after (seconds)`,
    text: (which: number) => `Sentence ${which}: what it says`,
    stage: (which: number) => `sentence ${which}`,
    firstStage: 'Thank you for waiting. We have not forgotten you.',
    seen: 'What a visitor sees',
    seenPlace: 'You are number 3',
    seenRange: 'about 4 to 7 minutes',
    seenNothing: 'You are in the queue',
    seenAfter: (after: string) => `after ${after}`,
  },

  idle: {
    title: 'When the visitor does not answer',
    hint: 'Counted from the agent’s last message. An answer of the visitor stops it.',
    on: 'End the conversation by itself',
    warn: 'Ask whether there is anything else after (minutes)',
    close: 'End it after (minutes)',
    closeHint: 'Counted from the same moment, so longer than the one above.',
    outcome: 'Counts as',
    outcomes: { resolved: 'Resolved', unresolved: 'Unresolved' },
    words: (warn: string, close: string) =>
      `After ${warn} of silence the visitor is asked; after ${close} the conversation ends.`,
  },
  wrapUp: {
    title: 'After a conversation',
    label: 'Time for notes (seconds)',
    hint: 'So long the agent’s place is held before the next conversation comes. 0: not at all.',
  },

  bar: {
    label: 'Changes',
    parts: (parts: string) => `Not saved yet: ${parts}`,
    save: 'Save',
    saving: 'Saving…',
    saved: 'Saved. It holds from now on.',
    discard: 'Discard changes',
    merged: (parts: string) => `Somebody else changed ${parts} meanwhile. That is kept.`,
    conflict: (parts: string) => `Somebody else saved other settings while you changed these: ${parts}.`,
    conflictBy: (name: string, parts: string) => `${name} saved other settings while you changed these: ${parts}.`,
    conflictHint: 'Choose what counts there. Everything else is kept from both of you.',
    takeTheirs: 'Use theirs',
    keepMine: 'Save mine',
  },
  parts: {
    hours: 'opening hours',
    offline: 'offline by hand',
    atClosing: 'the end of the hours',
    queue: 'the queue',
    idle: 'the end of silent conversations',
    wrapUpMs: 'time for notes',
    files: 'files',
    front: 'what stands around the chat',
    proactive: 'messages that come by themselves',
    mail: 'mail',
    feedback: 'ratings and follow-ups',
    visitors: 'what is seen of visitors',
    look: 'the appearance',
    keeping: 'how long things are kept',
  } satisfies Record<SettingsPart, string>,

  faults: {
    zone: () => 'There is no such time zone. Choose one from the list.',
    spans: (limits: Limits) => `At most ${limits.spansMax} times a day.`,
    days: (limits: Limits) => `At most ${limits.daysMax} days.`,
    dayName: (limits: Limits) => `Give the day a name of up to ${limits.nameMax} characters.`,
    text: (limits: Limits) => `Write up to ${limits.textMax} characters.`,
    waiting: (limits: Limits) => `Write a whole number from 1 to ${limits.waitingMax}, or nothing.`,
    stages: (limits: Limits) =>
      `At least ${seconds(limits.stageMsMin)} seconds, and longer than the sentence before it.`,
    idleFrom: (limits: Limits) => `From ${duration(limits.idleMsMin)} to ${duration(limits.settingMsMax)}.`,
    idle: (limits: Limits) =>
      `At least ${duration(limits.idleMsMin)} longer than the time before the question, and at most ${duration(limits.settingMsMax)}.`,
    due: () => 'From 0.1 to 336 hours.',
    reasons: () => 'At most 12 reasons, each once and up to 60 characters long.',
    answers: () => 'From 1 to 720 minutes.',
    wrapUp: (limits: Limits) => `From 0 to ${seconds(limits.wrapUpMsMax)} seconds.`,
    noTime: () => 'Write a time, such as 09:00.',
    end: () => 'Choose another end than the beginning.',
    overlap: () => 'These hours overlap others of the same day. Make them one.',
    noDate: () => 'Choose a date.',
    dateTwice: () => 'There is a day with this date already. Write the hours into one.',
    other: () => 'Something here is not right.',
  },
} as const);

const seconds = (ms: number) => ms / 1_000;

const FAULTS: readonly (readonly [RegExp, keyof typeof hoursWords.faults])[] = [
  [/^hours\.zone$/, 'zone'],
  [/^hours\.(?:week\.\w+|days\.\d+\.hours)$/, 'spans'],
  [/^hours\.days$/, 'days'],
  [/^hours\.days\.\d+\.name$/, 'dayName'],
  [/^offline\.text$/, 'text'],
  [/^queue\.waitingMax$/, 'waiting'],
  [/^queue\.stages\.\d+\.text$/, 'text'],
  [/^queue\.stages/, 'stages'],
  [/^idle\.warnAfterMs$/, 'idleFrom'],
  [/^idle/, 'idle'],
  [/^feedback\.followUp\.dueInMs$/, 'due'],
  [/^front\.reasons/, 'reasons'],
  [/^mail\.answersAfterMs$/, 'answers'],
  [/^wrapUpMs$/, 'wrapUp'],
];

/** What is wrong with a field, by its path and by what stands in it. */
export function spellHoursFault(field: string, written: string, limits: Limits): string {
  const { faults } = hoursWords;
  if (/\.(?:from|to)$/.test(field)) {
    if (written === '') return faults.noTime();
    return field.endsWith('.to') ? faults.end() : faults.overlap();
  }
  if (/\.date$/.test(field)) return written === '' ? faults.noDate() : faults.dateTwice();
  const known = FAULTS.find(([path]) => path.test(field));
  return faults[known ? known[1] : 'other'](limits);
}
