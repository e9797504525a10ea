import { createCrispListeners } from './crisp-listeners.ts';
import {
  attributesOf,
  begin,
  call,
  chosen,
  createTags,
  ignore,
  isFunction,
  isObject,
  isText,
  on,
  openProduct,
  safely,
  say,
  sayAttributes,
  state,
} from './page.ts';

/** A page written for `$crisp.push([…])` goes on to work (docs/adapters.md). */

type Act = (first: unknown, second: unknown) => void;

const product = openProduct('Crisp');
const holder = window as unknown as {
  $crisp?: unknown;
  CRISP_WEBSITE_ID?: unknown;
  CRISP_TOKEN_ID?: unknown;
  CRISP_READY_TRIGGER?: unknown;
  CRISP_RUNTIME_CONFIG?: unknown;
};
const tags = createTags();
/** What `get` reads back. */
const said = new Map<string, unknown>();
/** A text for the box, until the panel is open: ours would open it. */
let draft = '';
const listeners = createCrispListeners(product);

const does: Record<string, Act> = {
  'chat:open': () => call('open'),
  'chat:close': () => call('close'),
  'chat:toggle': () => call('toggle'),
  'chat:show': () => call('show'),
  'chat:hide': () => call('hide'),
  'message:send'(kind, content) {
    if (kind === 'text' && isText(content)) call('sendMessage', String(content));
    else ignore(product, `do message:send of kind "${kind}"`);
  },
  'session:reset'() {
    tags.clear();
    said.clear();
    call('logout');
  },
};

const sets: Record<string, Act> = {
  'message:text'(text) {
    draft = isText(text) ? String(text) : '';
    if (state().open) takeDraft();
  },
  'user:email': (email) => say(undefined, email),
  'user:nickname': (name) => say(name, undefined),
  'user:phone': (phone) => sayAttributes(product, { phone }),
  'user:company': (company, about) => sayAttributes(product, { company, ...(isObject(about) ? { about } : {}) }),
  'session:segments'(segments, overwrite) {
    if (overwrite) tags.clear();
    tags.add(segments);
  },
  'session:data'(first, second) {
    // `["key", "value"]`, or a list of such pairs.
    const pairs = Array.isArray(first) ? first.filter(Array.isArray) : [[first, second]];
    for (const [name, value] of pairs) said.set(`session:data ${name}`, value);
    sayAttributes(product, Object.fromEntries(pairs));
  },
  'session:event'(first, second) {
    const events = Array.isArray(first) ? first.map((one) => (Array.isArray(one) ? one : [one])) : [[first, second]];
    for (const [name, properties] of events)
      if (isText(name)) call('track', String(name), attributesOf(product, properties));
  },
};

const configs: Record<string, Act> = {
  'position:reverse': (isReversed) => call('boot', { position: isReversed ? 'start' : 'end' }),
  'color:mode': (theme) => call('boot', chosen({ theme })),
  'container:index': (zIndex) => call('boot', chosen({ zIndex })),
};

const states: Record<string, () => boolean> = {
  'chat:opened': () => state().open,
  'chat:closed': () => !state().open,
  'chat:visible': () => state().visible,
  'chat:hidden': () => !state().visible,
  'chat:small': () => innerWidth < 480,
  'chat:large': () => innerWidth >= 480,
  'session:ongoing': () => state().conversation !== 'none',
  // Nobody has asked before the chat was opened; a message can be left at any time.
  'website:available': () => state().available !== false,
};

function takeDraft(): void {
  if (draft !== '') call('newMessage', draft);
  draft = '';
}

function take(order: unknown): void {
  if (!Array.isArray(order)) return;
  const [action, name, value, ...more] = order;
  if (action === 'on' && isFunction(value)) listeners.on(String(name), value);
  else if (action === 'off') listeners.off(String(name));
  else act(action, name, value, more);
}

function act(action: unknown, name: unknown, value: unknown, more: unknown[]): void {
  const table = new Map([
    ['do', does],
    ['set', sets],
    ['config', configs],
  ]).get(String(action));
  const run = table && Object.hasOwn(table, String(name)) ? table[String(name)] : undefined;
  // `[value]` and the value itself are both in use.
  const [first, second] = Array.isArray(value) ? value : [value, ...more];
  if (action === 'set' && isText(first)) said.set(String(name), first);
  if (run) run(first, second);
  else ignore(product, [action, name].join(' '));
}

function get(name: unknown, key: unknown): unknown {
  if (name === 'chat:unread:count') return state().unread;
  if (name === 'session:data') return said.get(`session:data ${key}`) ?? null;
  if (name === 'session:identifier') ignore(product, 'get session:identifier');
  return said.get(String(name)) ?? null;
}

const { $crisp: before, CRISP_RUNTIME_CONFIG: config } = holder;
const waiting = Array.isArray(before) ? before.splice(0) : [];
const order = safely(product, 'push', take);
// The same list as before: others may hold it.
holder.$crisp = Object.assign(Array.isArray(before) ? before : [], {
  push(...orders: unknown[]) {
    for (const one of orders) order(one);
    return orders.length;
  },
  get: safely(product, 'get', get),
  is: (name: string) => (Object.hasOwn(states, name) ? states[name]?.() : false) ?? false,
});
if (holder.CRISP_TOKEN_ID) ignore(product, 'CRISP_TOKEN_ID', 'One history for a person: see docs/identity.md.');
on('open', takeDraft);
on('ready', () => {
  const { CRISP_READY_TRIGGER: trigger } = holder;
  if (isFunction(trigger)) trigger();
});
safely(product, 'l.js', begin)(
  product,
  chosen({ locale: isObject(config) ? config.locale : undefined }),
  holder.CRISP_WEBSITE_ID,
);
for (const one of waiting) order(one);
