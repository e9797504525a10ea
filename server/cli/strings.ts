import { PASSWORD_CHARS_MAX, PASSWORD_CHARS_MIN } from '../../protocol/wire/limits.ts';

/** Every text of the command line. Plain English, one sentence at a time. */
export const strings = {
  about: 'An embeddable support chat: relay, console and store in one process.',
  after: `
Settings come from the environment: PORT (4600), HOST (127.0.0.1), DATA_DIR (./data), DATABASE_URL (unset: SQLite in
DATA_DIR), PUBLIC_URL, TRUST_PROXY, LOG_LEVEL (info).

Exit codes: 0 done · 1 failed · 2 wrong use · 3 refused or not found.`,
  json: 'print JSON',
  start: {
    about: 'start the relay and serve widget, console and demo shop on one port',
    shop: (origin: string) => `  Shop     ${origin}/demo/`,
    console: (origin: string) => `  Console  ${origin}/console/`,
    setUp: (link: string) => `\n  No agent yet. Make the first owner's account, once, with this link:\n  ${link}`,
    ready: 'Deskbell is running. Stop it with Ctrl-C.',
    stopping: 'Stopping; press Ctrl-C again to stop at once.',
    portInUse: (port: number) => `Port ${port} is in use; stop what uses it or set PORT to another one.`,
    portDenied: (port: number) => `Port ${port} may not be used by this account; set PORT to one above 1023.`,
    hostUnknown: (host: string) => `HOST ${host} is not an address of this machine.`,
    notBuilt: 'The pages are not built yet, so only the API is served. Run "npm run build", then start again.',
    nodeEnded: (line: number) =>
      `Node ${line} gets no security fixes any more; Node 24 is recommended. Deskbell still works on it.`,
    nodeBehind: (floor: string) => `This Node misses security fixes; update to ${floor} or later.`,
  },
  tour: {
    about: 'look around with a throw-away database, two agents and the demo shop',
    intro: 'A tour with a throw-away database; everything is gone when you stop it with Ctrl-C.',
    agent: (name: string, email: string, password: string) => `  ${name.padEnd(8)} ${email}   password ${password}`,
    hint: 'Open the shop and the console side by side, sign in, set yourself to Available, and ring the bell.',
  },
  site: {
    about: 'sites that may show the widget',
    add: 'add a site with the exact list of origins that may show its widget',
    list: 'list the sites with their keys and origins',
    name: 'what agents see',
    origin: 'such as https://shop.example; give it once for each origin',
    added: (name: string, key: string) => `Site "${name}" has the key ${key}. Put this on its pages:`,
    snippet: (origin: string, key: string) =>
      `  <script async src="${origin}/deskbell.js" data-site="${key}"></script>`,
  },
  agent: {
    about: 'people who answer',
    add: 'add an agent; the password is read as one line from standard input',
    list: 'list the agents',
    reset: 'set a new password, read as one line from standard input, and end all sessions of the agent',
    email: 'with which the agent signs in',
    name: 'what visitors see',
    role: 'owner, admin or agent',
    added: (name: string, email: string) => `${name} can sign in as ${email}.`,
    wasReset: (email: string) => `The password of ${email} is changed and all sessions are ended.`,
    password: 'Password: ',
    passwordLength: `A password has ${PASSWORD_CHARS_MIN} to ${PASSWORD_CHARS_MAX} characters.`,
    noPassword: 'No password came on standard input.',
  },
  backup: {
    about: 'write a consistent copy of the live database to a new file',
    file: 'the new file',
    exists: (file: string) => `${file} exists already; name a new file.`,
    noName: 'Name the new file.',
    noFolder: (folder: string) => `The folder ${folder} cannot be written to.`,
    done: (file: string) => `The backup is in ${file}.`,
  },
  doctor: {
    about: 'check this installation and say what is wrong',
    good: 'good',
    bad: 'bad',
    note: 'note',
    built: 'built',
    running: 'running and ready',
    notReady: 'running, but not ready: its database does not answer, or it is closing',
    notRunning: 'not running here',
    noTls: 'reachable from outside without TLS: put a proxy in front and set PUBLIC_URL to its https address',
    noAgents: 'none yet: start the relay and open the set-up link, or use "agent add"',
    noSites: 'none yet: use "site add"',
  },
  refused: {
    email_taken: 'An agent with this e-mail address exists already.',
    not_found: 'No agent has this e-mail address.',
    password_weak: 'The password is too weak.',
    unavailable: 'The database does not answer; try again.',
  },
  failed: (message: string) => `It failed: ${message}`,
  storeFailed: (message: string) => `The database cannot be used: ${message}`,
} as const;
