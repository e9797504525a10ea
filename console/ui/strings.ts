import type { Outcome } from '../../protocol/wire/model.ts';
import { inLanguage } from './language.ts';
import { besideWords } from './strings-of-beside.ts';
import { followUpWords } from './strings-of-follow-ups.ts';
import { messageWords } from './strings-of-messages.ts';
import { ownSettingsWords } from './strings-of-own-settings.ts';
import { teamWords } from './strings-of-team.ts';

/** Every sentence of the console. Plain, short, second person, no blame. */
const own = inLanguage('strings', {
  product: 'Deskbell',
  skip: 'Skip to the content',
  retry: 'Try again',
  dismiss: 'Dismiss',
  loading: 'Loading',
  language: 'Language',
  optional: 'optional',
  /** J19: `{code}` stands at the end. */
  made: { visitor: 'Visitor {code}', erased: 'Erased' },
  title: (unread: number, page: string) => {
    const pages: Record<string, string> = {
      inbox: 'Inbox',
      board: 'Board',
      find: 'Find',
      visitors: 'Visitors',
      followups: 'Follow-ups',
      reports: 'Reports',
      settings: 'Settings',
    };
    const name = pages[page] ? `Deskbell · ${pages[page]}` : 'Deskbell';
    return unread > 0 ? `(${unread}) ${name}` : name;
  },

  nav: {
    label: 'Main',
    inbox: 'Inbox',
    find: 'Find',
    visitors: 'Visitors',
    board: 'Board',
    reports: 'Reports',
    settings: 'Settings',
  },
  pageFailed: 'This page could not be loaded.',
  unread: (count: number) => (count === 1 ? '1 unread message' : `${count} unread messages`),

  door: {
    opening: 'Opening the console…',
    unreachable: 'The relay does not answer',
    unreachableHint: 'Check that it runs and that you are online.',
    signInTitle: 'Sign in',
    signInHint: 'The console for those who answer.',
    email: 'E-mail',
    password: 'Password',
    signIn: 'Sign in',
    signingIn: 'Signing in…',
    showPassword: 'Show password',
    left: 'You are signed out. Drafts and unsent messages were removed from this browser.',
    ended: 'Your session has ended. Sign in again to go on; what you wrote is kept.',
    setUpTitle: 'Set up Deskbell',
    setUpHint: 'You are the first one here. This makes the owner’s account.',
    name: 'Your name',
    nameHint: 'Visitors see it when you answer.',
    setUp: 'Create account',
    settingUp: 'Creating…',
    passwordRules: (min: number, max: number) =>
      `${min} to ${max} characters. Any characters count; several unrelated words make a good one.`,
    linkUsedTitle: 'This set-up link does not work any more',
    linkUsed:
      'It was used already, or a newer one was printed when the relay started. If the account exists, sign in. If not, start the relay again and open the new link it prints.',
    toSignIn: 'Go to sign-in',
  },

  availability: {
    label: 'Availability',
    available: 'Available',
    away: 'Away',
    load: (serving: number, capacity: number) => `${serving} of ${capacity}`,
    loadLong: (serving: number, capacity: number) => `You serve ${serving} of at most ${capacity} conversations.`,
    awayBar: 'You are away. New conversations go to others.',
    becomeAvailable: 'Become available',
  },
  sound: { on: 'Sound is on', off: 'Sound is off', mute: 'Turn the sound off', unmute: 'Turn the sound on' },
  signOut: 'Sign out',

  link: {
    connecting: 'Connecting…',
    offline: 'You are offline. What you send is kept here and goes out when you are back.',
    unsaved: 'You are offline. Nothing can be saved until you are back; what you typed stays on this page.',
    behind: 'What you see is not the latest. It is being brought up to date.',
    back: 'You are connected again.',
    outdated: 'A newer version of the console is ready.',
    refused: 'The relay does not accept this connection.',
    reload: 'Load the page again',
  },

  unsent: {
    words: (count: number) =>
      count === 1 ? 'A message of yours was not sent.' : `${count} of your messages were not sent.`,
    show: 'Show',
  },

  notices: {
    copied: 'Copied.',
    not_copied: 'Copying was not possible. Select the text and copy it by hand.',
    not_closed: 'The conversation could not be closed. Try again in a moment.',
    not_set: 'Your availability could not be changed. Try again in a moment.',
    outbox_full: 'Too many messages are waiting to be sent. Your text stays in the box.',
    not_signed_out: 'You could not be signed out. Check the connection and try again.',
  },

  list: {
    title: 'Inbox',
    label: 'Conversations',
    sections: {
      yours: 'Yours',
      snoozed: 'Later',
      waiting: 'Waiting',
      held: 'Kept until chat opens',
      colleagues: 'With colleagues',
      closed: 'Closed',
    },
    empty: 'Nobody is waiting',
    emptyHint: 'New conversations appear here and ring.',
    emptyAway: 'You are away, so new conversations will not come to you.',
    failed: 'The list could not be loaded.',
    you: 'You',
    waiting: (time: string) => `waiting ${time}`,
    levels: { calm: 'Waiting', warn: 'At risk', danger: 'Too long' },
    nobody: 'Nobody yet',
    rated: (score: number) => `Rated ${score} of 5`,
  },

  thread: {
    none: 'Choose a conversation',
    noneHint: 'It opens here. Arrow keys move in the list, Enter opens.',
    label: 'Messages',
    unknownVisitor: 'Earlier conversation',
    back: 'Back to the list',
    showPerson: 'Show details',
    hidePerson: 'Hide details',
    missing: 'This conversation does not exist',
    missingHint: 'The link may be old, or the database was replaced.',
    failed: 'The messages could not be loaded.',
    status: { queued: 'Waiting for an agent', closed: 'Closed' },
    with: (name: string) => `With ${name}`,
    withYou: 'With you',
    you: 'You',
    team: 'Team',
    newMessages: (count: number) => (count === 1 ? '1 new message' : `${count} new messages`),
    typing: (name: string) => `${name} is typing`,
    closeShort: 'Close',
    closeRest: 'conversation',
    closeMenu: 'Close with another outcome',
    closeAs: { unresolved: 'Close as unresolved', spam: 'Close as spam' },
    reply: 'Reply',
    replyHint: 'Enter sends, Shift + Enter makes a new line',
    send: 'Send',
    tooLong: (over: number) => `${over} characters too many`,
    barriers: {
      loading: '',
      queued: 'This conversation waits for a free agent. You can write when it is assigned to you.',
      closed: 'This conversation is closed. If the visitor writes again soon, it comes back to the team.',
      colleague: (name: string) => `${name} answers here. You can read along.`,
    },
    states: { pending: 'Sending', sent: 'Sent', delivered: 'Delivered', read: 'Read', failed: 'Not sent' },
    keptOffline: 'Kept here, goes out when you are back',
    copy: 'Copy',
    discard: 'Remove',
  },

  lines: {
    opened: 'The visitor opened the conversation',
    reopened: 'The visitor wrote again',
    agentGone: 'Back in the queue: the agent was gone',
    noAnswer: 'Back in the queue: nobody answered in time',
    returned: 'Back in the queue: the team gave it back',
    moved: 'Back in the queue: it went to another department',
    joined: (name: string) => `${name} came in`,
    joinedYou: 'You came in',
    left: (name: string) => `${name} left`,
    leftYou: 'You left',
    assigned: (name: string) => `${name} has the conversation`,
    assignedYou: 'You have the conversation',
    closedBy: {
      visitor: 'The visitor ended the conversation',
      agent: 'The conversation was closed by the team',
      system: 'The conversation was closed because nobody wrote any more',
    },
    closedFor: {
      idle: 'The conversation was closed because the visitor did not answer any more',
      hours: 'The conversation was closed because the opening hours ended',
    },
    told: (text: string) => `Told the visitor: ${text}`,
    notice: {
      kept: 'The opening hours ended: kept for later',
      still_waiting: 'Told the visitor that it takes a while',
      idle_warning: 'Asked the visitor whether there is anything else',
    },
    rated: (score: number) => `The visitor rated ${score} of 5`,
    ratedNameless: 'The visitor answered without a name',
    contact: (email: string) => `The visitor left an e-mail address: ${email}`,
  },

  person: {
    label: 'Details',
    visitor: 'Visitor',
    email: 'E-mail',
    unverified: 'not verified',
    noEmail: 'Not given',
    page: 'Began on',
    noPage: 'Unknown',
    site: 'Site',
    started: 'Started',
    waiting: 'Waiting',
    notWaiting: 'Nobody waits',
    firstResponse: 'First response',
    noResponse: 'None yet',
    rating: 'Rating',
    noRating: 'Not rated',
    agent: 'Agent',
    ratings: 'Earlier ratings',
  },

  outcomes: {
    resolved: 'Resolved',
    unresolved: 'Unresolved',
    abandoned_in_queue: 'Left in the queue',
    abandoned_before_answer: 'Left before an answer',
    left_after_answer: 'Left after an answer',
    spam: 'Spam',
  } satisfies Record<Outcome, string>,
  open: 'Open',
} as const);

/** What every screen needs, with the parts that have files of their own. */
export const strings = {
  ...own,
  team: teamWords,
  settings: ownSettingsWords,
  notices: {
    ...own.notices,
    follow_up_kept: followUpWords.saved,
    follow_up_not_done: followUpWords.notDone,
    ...teamWords.notices,
    message_not_there: messageWords.notThere,
    message_not_removed: messageWords.notRemoved,
    no_room: besideWords.noRoom,
  },
} as const;

export type OwnWords = typeof own;
