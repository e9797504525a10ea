import type { DeskbellOptions } from '../embed/api.ts';
import {
  begin,
  call,
  chosen,
  createTags,
  ignore,
  isObject,
  isText,
  on,
  openProduct,
  safely,
  say,
  sayAttributes,
  sideOf,
  state,
} from './page.ts';
import { strings } from './strings.ts';

/** A page written for `chatwootSDK.run` and `$chatwoot` goes on to work (docs/adapters.md). */

const product = openProduct('Chatwoot');
const holder = window as unknown as {
  chatwootSDK?: unknown;
  $chatwoot?: object;
  chatwootSettings?: Record<string, unknown>;
};
const tags = createTags();

const KNOWN_SETTINGS = new Set([
  ...['hideMessageBubble', 'position', 'locale', 'useBrowserLanguage', 'darkMode', 'launcherTitle', 'welcomeTitle'],
  ...['welcomeDescription', 'baseDomain'],
]);

function optionsOf(settings: Record<string, unknown>): DeskbellOptions {
  for (const name of Object.keys(settings)) if (!KNOWN_SETTINGS.has(name)) ignore(product, `chatwootSettings.${name}`);
  return chosen({
    hidden: settings.hideMessageBubble,
    position: sideOf(settings.position),
    locale: settings.useBrowserLanguage ? navigator.language : tagOf(settings.locale),
    theme: settings.darkMode,
    textOpenChat: settings.launcherTitle || undefined,
    textGreeting: settings.welcomeTitle || undefined,
    textGreetingMore: settings.welcomeDescription || undefined,
  });
}

/** `pt_BR` is theirs, `pt-BR` everybody's. */
function tagOf(locale: unknown): string | undefined {
  return isText(locale) ? String(locale).replace('_', '-') : undefined;
}

const tell = (name: string, detail?: unknown) =>
  window.dispatchEvent(new CustomEvent(`chatwoot:${name}`, detail === undefined ? {} : { detail }));

const methods = {
  toggle: (to?: unknown) => call(to === 'open' || to === 'close' ? to : 'toggle'),
  toggleBubbleVisibility(to?: unknown) {
    if (to === 'hide' || to === 'show') call(to);
  },
  popoutChatWindow: () => call('popOut'),
  setUser(identifier: unknown, user: unknown) {
    const { name, email, avatar_url: avatar, identifier_hash: hash, ...rest } = isObject(user) ? user : {};
    say(name, email);
    sayAttributes(product, { ...(isText(identifier) ? { user_id: identifier } : {}), ...rest });
    if (avatar !== undefined) ignore(product, 'setUser: avatar_url');
    if (hash !== undefined) ignore(product, 'setUser: identifier_hash', strings.signature);
  },
  setCustomAttributes: (attributes: unknown) => sayAttributes(product, attributes),
  setConversationCustomAttributes: (attributes: unknown) => sayAttributes(product, attributes),
  deleteCustomAttribute: (name: unknown) => isText(name) && sayAttributes(product, { [String(name)]: null }),
  deleteConversationCustomAttribute: (name: unknown) =>
    isText(name) && sayAttributes(product, { [String(name)]: null }),
  setLabel: (label: unknown) => tags.add(label),
  removeLabel: (label: unknown) => tags.remove(label),
  setLocale: (locale: unknown) => call('setLocale', tagOf(locale) ?? 'en'),
  setColorScheme: (theme: unknown) => call('boot', chosen({ theme })),
  reset() {
    tags.clear();
    call('logout');
  },
};

function run(parts: unknown): void {
  if (holder.$chatwoot) return;
  const { websiteToken, baseUrl } = isObject(parts) ? parts : {};
  const settings = isObject(holder.chatwootSettings) ? holder.chatwootSettings : {};
  const chat = { ...settings, baseUrl, websiteToken, hasLoaded: false, resetTriggered: false };
  Object.defineProperty(chat, 'isOpen', { get: () => state().open, enumerable: true });
  for (const [name, method] of Object.entries(methods))
    Object.assign(chat, { [name]: safely(product, name, method as (...values: unknown[]) => unknown) });
  holder.$chatwoot = chat;
  on('ready', () => {
    if (chat.hasLoaded) return;
    chat.hasLoaded = true;
    tell('ready');
  });
  on('open', () => tell('opened'));
  on('close', () => tell('closed'));
  on('conversation:started', () => tell('on-start-conversation', { hasConversation: false }));
  on('message:received', ({ text, agent }) =>
    tell('on-message', { content: text, message_type: 1, sender: { name: agent } }),
  );
  on('unread', (unreadMessageCount) => tell('on-unread-message-count-changed', { unreadMessageCount }));
  on('error', (error) => tell('error', error));
  begin(product, optionsOf(settings), websiteToken);
}

holder.chatwootSDK = { run: safely(product, 'chatwootSDK.run', run) };
