import type { Refusal } from '../../protocol/wire/errors.ts';
import type { Outcome } from '../../protocol/wire/model.ts';
import { duration } from './format.ts';

/** Every sentence of the console. Plain, short, second person, no blame. */
export const strings = {
  product: 'Deskbell',
  skip: 'Skip to the content',
  retry: 'Try again',
  dismiss: 'Dismiss',
  loading: 'Loading',
  optional: 'optional',
  title: (unread: number, page: string) => {
    const pages: Record<string, string> = { inbox: 'Inbox', reports: 'Reports', settings: 'Settings' };
    const name = pages[page] ? `Deskbell · ${pages[page]}` : 'Deskbell';
    return unread > 0 ? `(${unread}) ${name}` : name;
  },

  nav: { label: 'Main', inbox: 'Inbox', reports: 'Reports', settings: 'Settings' },
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
    refused: (refusal: Refusal) => signInProblem(refusal),
    setUpRefused: (refusal: Refusal) => setUpProblem(refusal),
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
    back: 'You are connected again.',
    outdated: 'A newer version of the console is ready.',
    refused: 'The relay does not accept this connection.',
    reload: 'Load the page again',
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
    sections: { yours: 'Yours', waiting: 'Waiting', colleagues: 'With colleagues', closed: 'Closed' },
    empty: 'Nobody is waiting',
    emptyHint: 'New conversations appear here and ring.',
    emptyAway: 'You are away, so new conversations will not come to you.',
    failed: 'The list could not be loaded.',
    you: 'You: ',
    waiting: (time: string) => `waiting ${time}`,
    levels: { calm: 'Waiting', warn: 'Waits', danger: 'Too long' },
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
    failure: (code: string) => failureOf(code),
    copy: 'Copy',
    discard: 'Remove',
  },

  lines: {
    opened: 'The visitor opened the conversation',
    reopened: 'The visitor wrote again',
    agentGone: 'Back in the queue: the agent was gone',
    assigned: (name: string) => `${name} has the conversation`,
    assignedYou: 'You have the conversation',
    closedBy: {
      visitor: 'The visitor ended the conversation',
      agent: 'The conversation was closed by the team',
      system: 'The conversation was closed because nobody wrote any more',
    },
    rated: (score: number) => `The visitor rated ${score} of 5`,
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

  reports: {
    title: 'Reports',
    periodLabel: 'Period',
    periods: { today: 'Today', '7': '7 days', '30': '30 days' },
    zone: (zone: string) => `Days from midnight to midnight, ${zone}`,
    failed: 'The figures could not be loaded.',
    empty: 'No conversations in this period',
    emptyHint: 'Figures appear with the first one.',
    conversations: 'Conversations',
    answered: 'Answered',
    abandoned: 'Abandoned',
    firstResponse: 'First response',
    responseTimes: 'Response times',
    response: 'Every response',
    queue: 'Time in queue',
    mean: 'Mean',
    nColumn: 'n',
    csat: 'Satisfaction (CSAT)',
    scores: 'Scores',
    scoresTable: 'Scores as a table',
    score: 'Score',
    answers: 'Answers',
    n: (n: number) => `n = ${n}`,
    ofN: (part: number, n: number) => `${part} of ${n} first messages were answered`,
    interval: (low: string, high: string) => `95 % interval ${low} to ${high}`,
    few: 'Too few answers to judge',
    responded: (answers: number, asked: number) => `${answers} of ${asked} visitors rated`,
    noRatings: 'No ratings yet',
    notReached: 'not reached',
    notReachedHint: 'Not reached: too many visitors had no answer for this share to be known.',
    define: (measure: string) => `What “${measure}” means`,
    definitions: {
      conversations:
        'Episodes opened in the period. One that is opened again after it was closed counts as a new episode.',
      answered: 'Episodes in which an agent answered at least once.',
      abandoned: 'Episodes that ended before an agent answered: in the queue, or after the assignment.',
      responseTimes:
        'First response: time from the visitor’s first message to the first answer of a person, in each episode. Visitors who never got an answer count as waiting longer (Kaplan–Meier), so the figure does not flatter. p90: nine of ten waited at most this long. “Every response” counts each wait of a conversation, “Time in queue” the time until an agent had it.',
      csat: 'Ratings of 4 or 5 divided by all ratings, once per episode, with the Wilson 95 % interval. Under 10 ratings the share says little.',
    },
    showList: (measure: string) => `Show the list behind “${measure}”`,
    lists: {
      all: 'All conversations',
      answered: 'Answered conversations',
      abandoned: 'Abandoned conversations',
      rated: 'Rated conversations',
      satisfied: 'Conversations rated 4 or 5',
    },
    hideList: 'Hide list',
    listEmpty: 'No conversations here.',
    listFailed: 'The list could not be loaded.',
    listCut: (max: number) => `The newest ${max} are shown.`,
    columns: {
      visitor: 'Visitor',
      opened: 'Opened',
      agent: 'Agent',
      firstResponse: 'First response',
      queue: 'In queue',
      outcome: 'Outcome',
      rating: 'Rating',
      comment: 'Comment',
    },
    none: '–',
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

  settings: {
    title: 'Settings',
    account: 'Your account',
    name: 'Name',
    email: 'E-mail',
    role: 'Role',
    roles: { owner: 'Owner', admin: 'Administrator', agent: 'Agent' },
    passwordTitle: 'Change password',
    current: 'Current password',
    next: 'New password',
    change: 'Change password',
    changing: 'Changing…',
    changed: 'Your password is changed. Other sessions of yours have ended.',
    refused: (refusal: Refusal) => passwordProblem(refusal),
    sites: 'Sites',
    sitesHint: 'Put this line on each page of the site, anywhere in the HTML.',
    key: 'Key',
    origins: 'May be embedded on',
    noOrigins: 'No origin yet: the chat opens nowhere.',
    copySnippet: 'Copy line',
    sitesFailed: 'The sites could not be loaded.',
    sitesEmpty: 'No site yet',
    addSite: 'Add a site on the command line, beside the running relay:',
    addSiteCommand: 'npx deskbell site add --name "My shop" --origin https://shop.example',
    sound: 'Sound',
    soundHint: 'A short bell when a conversation comes to you or a visitor writes while you look elsewhere.',
    session: 'Session',
    sessionHint: 'Signing out removes drafts and unsent messages from this browser.',
  },
} as const;

const SERVER_TROUBLE = 'The relay does not answer. Check the connection and try again.';

function later(refusal: Refusal): string {
  const wait = refusal.retryAfterMs;
  return wait ? `Too many tries. Try again in ${duration(wait)}.` : 'Too many tries. Try again in a few minutes.';
}

function signInProblem(refusal: Refusal): string {
  if (refusal.error === 'rate_limited') return later(refusal);
  if (refusal.error === 'unauthorized' || refusal.error === 'invalid_payload') {
    return 'E-mail and password do not belong together. Check both and try again.';
  }
  return SERVER_TROUBLE;
}

function setUpProblem(refusal: Refusal): string {
  if (refusal.error === 'password_weak') return 'This password is easy to guess. Choose another one.';
  if (refusal.error === 'rate_limited') return later(refusal);
  if (refusal.error === 'email_taken') return 'This e-mail has an account already.';
  if (refusal.error === 'invalid_payload') return fieldProblem(refusal.field);
  return SERVER_TROUBLE;
}

function fieldProblem(field: string | undefined): string {
  if (field === 'email') return 'This does not look like an e-mail address.';
  if (field === 'password' || field === 'next') return 'The password is too short or too long.';
  if (field === 'name') return 'Write a name of up to 80 characters.';
  return 'Something in this form is not right. Check each field.';
}

function passwordProblem(refusal: Refusal): string {
  if (refusal.error === 'password_weak') return 'This password is easy to guess. Choose another one.';
  if (refusal.error === 'rate_limited') return later(refusal);
  if (refusal.error === 'unauthorized' || refusal.error === 'forbidden') return 'The current password is not right.';
  if (refusal.error === 'invalid_payload') return fieldProblem(refusal.field);
  return SERVER_TROUBLE;
}

function failureOf(code: string): string {
  if (code === 'reassigned') return 'Not sent: the conversation went to somebody else.';
  if (code === 'conversation_closed') return 'Not sent: the conversation was closed before.';
  if (code === 'forbidden') return 'Not sent: the conversation is not yours.';
  return 'Not sent. Try again, or copy the text.';
}
