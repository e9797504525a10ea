/**
 * Who may import whom: the table of docs/architecture.md as values. The first room whose `files` match owns a file.
 * Right to a room means its own files too.
 */
export interface Room {
  name: string;
  files: RegExp;
  /** Rooms it may import. */
  may: string[];
  /** Rooms of which it may import types only. */
  types?: string[];
  packages?: string[];
  typePackages?: string[];
  node?: boolean;
  /** What to do instead, for the reader of the message. */
  instead: string;
}

const wire = ['protocol/kit', 'protocol/wire'];
const client = [...wire, 'protocol/client'];
const preact = ['preact', '@preact/signals'];
const serverRooms = [
  'server/domain',
  'server/usecases',
  'server/workers',
  'server/store',
  'server/store/queries',
  'server/store/migrations',
  'server/store/sqlite',
  'server/store/postgres',
  'server/store/opener',
  'server/gateway',
  'server/http',
  'server/observe',
  'server/platform',
  'server/cli',
  'server/root',
];
const storeRooms = ['server/store', 'server/store/queries', 'server/store/migrations'];
const everything = 'everything';

/** widget and console are built alike. */
function browserRooms(program: 'widget' | 'console'): Room[] {
  const own = (room: string) => `${program}/${room}`;
  return [
    {
      name: own('model'),
      files: new RegExp(`^${program}/model/`),
      may: client,
      packages: ['@preact/signals'],
      instead: `Say what the model needs as a port in ${own('model')}, implement it in ${own('browser')}, join both in main.tsx.`,
    },
    {
      name: own('ui'),
      files: new RegExp(`^${program}/ui/`),
      may: ['protocol/kit'],
      types: [own('model'), ...client],
      packages: program === 'console' ? [...preact, '@tanstack/virtual-core'] : preact,
      instead: 'Components get values and callbacks as props; let main.tsx hand them over.',
    },
    {
      name: own('browser'),
      files: new RegExp(`^${program}/browser/`),
      may: [],
      types: [own('model'), ...client],
      packages: program === 'widget' ? ['@noble/hashes'] : [],
      instead: `Only implement ports of ${own('model')} here; decisions belong there.`,
    },
    {
      name: own('main'),
      files: new RegExp(`^${program}/(?:(?:main|later-[a-z]+)\\.tsx|(?:page-side|speak-first)\\.ts)$`),
      may: [own('model'), own('ui'), own('browser'), ...client, 'protocol/carriers', 'protocol/browser'],
      packages: preact,
      instead: `The composition root knows its own rooms and the protocol; talk to the server over the wire.`,
    },
  ];
}

const protocolRooms: Room[] = [
  {
    name: 'protocol/kit',
    files: /^protocol\/kit\//,
    may: [],
    instead: 'The kit stands alone; move what needs more elsewhere.',
  },
  {
    name: 'protocol/schemas',
    files: /^protocol\/wire\/(?:[a-z]+-)?schemas\.ts$/,
    may: [...wire, 'protocol/schemas'],
    packages: ['zod'],
    instead: 'Schemas know the wire only.',
  },
  {
    name: 'protocol/wire',
    files: /^protocol\/wire\//,
    may: ['protocol/kit'],
    instead: 'The vocabulary knows nobody; only schemas.ts may use the schema library.',
  },
  {
    name: 'protocol/carriers',
    files: /^protocol\/client\/(?:socket|poll)-connection\.ts$/,
    may: client,
    packages: ['socket.io-client'],
    instead: 'A carrier moves frames; what they mean belongs in the models.',
  },
  {
    name: 'protocol/browser',
    files: /^protocol\/browser\//,
    may: [],
    types: client,
    instead: 'Only implement interfaces of protocol/client over browser globals here; decisions belong there.',
  },
  {
    name: 'protocol/client',
    files: /^protocol\/client\//,
    may: wire,
    instead: 'Take a Connection (protocol/client/connection.ts) as an argument; only main.tsx picks a carrier.',
  },
];

const serverMiddle: Room[] = [
  {
    name: 'server/domain',
    files: /^server\/domain\//,
    may: wire,
    instead: 'Decide on values given as arguments; load them in a use case.',
  },
  {
    name: 'server/usecases',
    files: /^server\/usecases\//,
    may: [...wire, 'server/domain'],
    types: ['server/store'],
    instead: 'Reach the outside through Context, and tell by returning notices.',
  },
  {
    name: 'server/workers',
    files: /^server\/workers\//,
    may: [...wire, 'server/domain', 'server/usecases'],
    types: ['server/store', 'server/observe'],
    instead: 'Call a use case; hand notices to the function that app.ts gives you.',
  },
];

const dialectInstead = 'Share through server/store/queries; a dialect never knows the other.';
const serverStores: Room[] = [
  {
    name: 'server/store/sqlite',
    files: /^server\/store\/sqlite\//,
    may: [...wire, ...storeRooms],
    types: ['server/domain'],
    packages: ['kysely', '@photostructure/sqlite'],
    node: true,
    instead: dialectInstead,
  },
  {
    name: 'server/store/postgres',
    files: /^server\/store\/postgres\//,
    may: [...wire, ...storeRooms],
    types: ['server/domain'],
    packages: ['kysely', 'pg'],
    node: true,
    instead: dialectInstead,
  },
  ...['migrations', 'queries'].map((part) => ({
    name: `server/store/${part}`,
    files: new RegExp(`^server/store/${part}/`),
    may: [...wire, ...storeRooms],
    types: ['server/domain'],
    packages: ['kysely'],
    node: true,
    instead: 'What only one database knows belongs in its own folder.',
  })),
  {
    name: 'server/store/opener',
    files: /^server\/store\/open-store\.ts$/,
    may: [...wire, ...storeRooms, 'server/store/sqlite', 'server/store/postgres'],
    node: true,
    instead: 'It only picks a dialect by the settings.',
  },
  {
    name: 'server/store',
    files: /^server\/store\//,
    may: [...wire, 'server/store/queries'],
    types: ['server/domain'],
    packages: ['kysely'],
    node: true,
    instead: 'The interface knows no implementation; open-store.ts picks one.',
  },
];

const serverEdges: Room[] = [
  {
    name: 'server/gateway',
    files: /^server\/gateway\//,
    may: [...wire, 'protocol/schemas', 'server/usecases', 'server/observe'],
    packages: ['socket.io', 'ws'],
    typePackages: ['zod'],
    node: true,
    instead: 'Add or call a use case; the gateway neither decides nor stores.',
  },
  {
    name: 'server/http',
    files: /^server\/http\//,
    may: [...wire, 'protocol/schemas', 'server/usecases', 'server/gateway', 'server/observe'],
    packages: ['express', 'helmet', 'cookie'],
    typePackages: ['zod'],
    node: true,
    instead: 'Add or call a use case; a route neither decides nor stores.',
  },
  {
    name: 'server/observe',
    files: /^server\/observe\//,
    may: wire,
    typePackages: ['pino'],
    node: true,
    instead: 'Reports are values; let callers hand over what they know.',
  },
  {
    name: 'server/platform',
    files: /^server\/platform\//,
    may: wire,
    types: ['server/usecases', 'server/observe'],
    packages: ['@node-rs/argon2', '@zxcvbn-ts/language-common', 'http_ece', 'jose', 'nodemailer', 'pino'],
    node: true,
    instead: 'Implement an interface of the use cases over Node; nothing else.',
  },
  {
    name: 'server/cli',
    files: /^server\/cli\//,
    may: [...wire, 'protocol/schemas', ...serverRooms],
    packages: ['commander', 'zod'],
    node: true,
    instead: 'The command line speaks to the server rooms only.',
  },
  {
    name: 'server/root',
    files: /^server\/[^/]+\.ts$/,
    may: [...wire, 'protocol/schemas', ...serverRooms],
    packages: ['socket.io', 'express', 'pino', 'zod'],
    node: true,
    instead: 'app.ts and config.ts join the server rooms and know no browser room.',
  },
];

export const ROOMS: Room[] = [
  ...protocolRooms,
  {
    name: 'widget/embed',
    files: /^widget\/embed\//,
    may: [],
    types: ['widget/main'],
    instead: 'Every page pays for the loader: write it by hand, or load it lazily with the panel.',
  },
  {
    name: 'widget/proactive',
    // The look at a page (Z8) is a script of the same kind.
    files: /^widget\/(?:proactive|check)\//,
    may: [],
    types: ['widget/embed', ...wire],
    instead: 'It speaks to window.Deskbell only, and every page with its tag pays for it.',
  },
  {
    name: 'widget/adapters',
    files: /^widget\/adapters\//,
    may: ['protocol/wire'],
    types: ['widget/embed'],
    instead: 'An adapter is a script of its own: it speaks to window.Deskbell and imports nothing of the widget.',
  },
  {
    name: 'widget/wrappers',
    files: /^widget\/wrappers\//,
    may: [],
    types: ['widget/embed'],
    packages: ['react', 'vue'],
    instead: 'A wrapper is copied into projects of others: it knows the types of window.Deskbell and its framework.',
  },
  {
    name: 'widget/frame',
    files: /^widget\/frame\//,
    may: ['widget/embed'],
    types: ['widget/main'],
    instead: 'Page and frame stand alone: what they say to each other is in told.ts, everything else is the panel.',
  },
  ...browserRooms('widget'),
  ...browserRooms('console'),
  { name: 'console/worker', files: /^console\/worker\//, may: ['protocol/client'], types: wire, instead: 'Alone.' },
  ...serverMiddle,
  ...serverStores,
  ...serverEdges,
  { name: 'demo', files: /^demo\//, may: [everything], packages: [everything], node: true, instead: '' },
  { name: 'test', files: /^test\//, may: [everything], packages: [everything], node: true, instead: '' },
  { name: 'bench', files: /^bench\//, may: [everything], packages: [everything], node: true, instead: '' },
  {
    name: 'build',
    files: /^(?:vite\.config\.ts$|(?:widget|console|server)\/build\/)/,
    may: [everything],
    packages: [everything],
    node: true,
    instead: '',
  },
];

/** Rooms that nobody else imports. */
export const OUTER_ROOMS = ['demo', 'test', 'bench', 'build', 'server/cli', 'widget/main', 'console/main'];

export function roomOf(path: string): Room | undefined {
  return ROOMS.find((room) => room.files.test(path));
}

export function mayUse(list: string[] | undefined, name: string): boolean {
  return list !== undefined && (list.includes(name) || list.includes(everything));
}
