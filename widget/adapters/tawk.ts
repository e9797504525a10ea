import type { DeskbellOptions } from '../embed/api.ts';
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
import { strings } from './strings.ts';

/** A page written for `Tawk_API` goes on to work (docs/adapters.md). */

const product = openProduct('Tawk_API');
const holder = window as unknown as { Tawk_API?: Record<string, unknown> };
// The same object as before: the page holds it, and its callbacks stand on it.
const api = isObject(holder.Tawk_API) ? holder.Tawk_API : {};
holder.Tawk_API = api;
const tags = createTags();
let isBegun = false;

/** Their callback and their event on the window; the callback is looked up now, as pages set it at any time. */
function tell(name: string, detail?: unknown): void {
  const hear = api[`on${name}`];
  if (isFunction(hear)) hear(detail);
  window.dispatchEvent(new CustomEvent(`tawk${name}`, { detail }));
}

const asCallback = (given: unknown) => {
  if (isFunction(given)) queueMicrotask(() => void given());
};

function tellOf(given: unknown): void {
  const { name, email, hash, ...rest } = isObject(given) ? given : {};
  say(name, email);
  sayAttributes(product, rest);
  if (hash !== undefined) ignore(product, 'hash', strings.signature);
}

/** Unknown counts as online: nobody has asked before the chat was opened, and a message can be left at any time. */
const statusOf = (available: boolean | null) => (available === false ? 'away' : 'online');

const methods: Record<string, (...values: unknown[]) => unknown> = {
  start(options) {
    if (isObject(options) && options.showWidget) start({ hidden: false });
    else start();
  },
  shutdown: () => call('hide'),
  maximize: () => call('open'),
  minimize: () => call('close'),
  toggle: () => call('toggle'),
  popup: () => call('popOut'),
  showWidget: () => call('show'),
  hideWidget() {
    call('hide');
    tell('ChatHidden');
  },
  toggleVisibility: () => (state().visible ? methods.hideWidget?.() : call('show')),
  getWindowType: () => 'embed',
  getStatus: () => statusOf(state().available),
  isChatMaximized: () => state().open,
  isChatMinimized: () => state().visible && !state().open,
  isChatHidden: () => !state().visible,
  isChatOngoing: () => /^(?:queued|active)$/.test(state().conversation),
  isVisitorEngaged: () => /^(?:queued|active)$/.test(state().conversation),
  widgetPosition: () => (optionsOf().position === 'start' ? 'bl' : 'br'),
  endChat: () => ignore(product, 'endChat', 'The visitor ends the chat.'),
  setAttributes(given, done) {
    tellOf(given);
    asCallback(done);
  },
  addEvent(name, properties, done) {
    if (isText(name)) call('track', String(name), attributesOf(product, properties));
    asCallback(isFunction(properties) ? properties : done);
  },
  addTags(given, done) {
    tags.add(given);
    asCallback(done);
  },
  removeTags(given, done) {
    tags.remove(given);
    asCallback(done);
  },
  login(given, done) {
    tellOf(given);
    asCallback(done);
  },
  logout(done) {
    tags.clear();
    call('logout');
    asCallback(done);
  },
  switchWidget(_to, done) {
    ignore(product, 'switchWidget');
    asCallback(done);
  },
};

function optionsOf(): DeskbellOptions {
  const { customStyle: style } = api;
  const { zIndex, visibility } = isObject(style) ? style : {};
  const side = isObject(visibility) && isObject(visibility.desktop) ? visibility.desktop : {};
  const at = String(side.position ?? '');
  if (/^[tc]/.test(at)) ignore(product, `customStyle position "${at}"`);
  return chosen({
    zIndex,
    offsetX: side.xOffset,
    offsetY: side.yOffset,
    position: at.endsWith('l') ? 'start' : at.endsWith('r') ? 'end' : undefined,
  });
}

function start(more: DeskbellOptions = {}): void {
  begin(product, { ...optionsOf(), ...more });
  if (isBegun) return;
  isBegun = true;
  tellOf(api.visitor);
}

for (const [name, method] of Object.entries(methods)) api[name] = safely(product, name, method);
on('ready', () => {
  if (api.onLoaded) return;
  api.onLoaded = true;
  tell('Load');
});
on('open', () => tell('ChatMaximized'));
on('close', () => tell('ChatMinimized'));
on('availability', (available) => tell('StatusChange', statusOf(available)));
on('conversation:started', () => tell('ChatStarted'));
on('conversation:ended', () => tell('ChatEnded'));
on('message:sent', ({ text }) => tell('ChatMessageVisitor', text));
on('message:received', ({ text }) => tell('ChatMessageAgent', text));
on('agent:assigned', ({ name }) => tell('AgentJoinChat', { name, position: '', image: '', id: '' }));
on('rating', ({ score }) => tell('ChatSatisfaction', Math.sign(score - 3)));
on('unread', (count) => tell('UnreadCountChanged', count));
api.onBeforeLoaded = true;
safely(product, 'onBeforeLoad', () => tell('BeforeLoad'))();
if (api.autoStart !== false) safely(product, 'start', start)();
