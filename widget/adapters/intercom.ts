import {
  attributesOf,
  begin,
  call,
  chosen,
  ignore,
  isFunction,
  isObject,
  isText,
  on,
  openProduct,
  safely,
  say,
  sayAttributes,
  sideOf,
} from './page.ts';
import { strings } from './strings.ts';

/** A page written for `Intercom(…)` and `intercomSettings` goes on to work (docs/adapters.md). */

type Settings = Record<string, unknown>;
type Verb = (...values: unknown[]) => unknown;

const product = openProduct('Intercom');
const holder = window as unknown as { Intercom?: Verb & { q?: ArrayLike<unknown>[] }; intercomSettings?: unknown };

/** Settings of the messenger itself; all the others are said of the person. */
const LOOKS = new Set([
  ...['app_id', 'alignment', 'horizontal_padding', 'vertical_padding', 'action_color', 'background_color'],
  ...['z_index', 'hide_default_launcher', 'custom_launcher_selector', 'language_override', 'theme_mode', 'api_base'],
  ...['name', 'email', 'user_hash', 'intercom_user_jwt', 'avatar', 'session_duration', 'hide_notifications'],
]);
const UNKNOWN_SETTINGS = ['avatar', 'session_duration', 'hide_notifications', 'page_title'];

function looksOf(settings: Settings) {
  const { theme_mode: mode, action_color: action, background_color: ground } = settings;
  return chosen({
    position: sideOf(settings.alignment),
    offsetX: settings.horizontal_padding,
    offsetY: settings.vertical_padding,
    color: action ?? ground,
    zIndex: settings.z_index,
    hidden: settings.hide_default_launcher,
    launcher: settings.custom_launcher_selector,
    locale: settings.language_override,
    theme: mode === 'system' ? 'auto' : mode,
  });
}

function tellOf(settings: Settings): void {
  say(settings.name, settings.email);
  sayAttributes(product, Object.fromEntries(Object.entries(settings).filter(([name]) => !LOOKS.has(name))));
  for (const name of ['user_hash', 'intercom_user_jwt'])
    if (settings[name] !== undefined) ignore(product, name, strings.signature);
  for (const name of UNKNOWN_SETTINGS) if (settings[name] !== undefined) ignore(product, name);
}

function boot(given: unknown = holder.intercomSettings): void {
  const settings = isObject(given) ? given : {};
  // Again after `shutdown`, which had hidden it.
  begin(product, { hidden: false, ...looksOf(settings) }, settings.app_id);
  tellOf(settings);
}

function update(given: unknown = holder.intercomSettings): void {
  if (!isObject(given)) return;
  const looks = looksOf(given);
  if (Object.keys(looks).length > 0) call('boot', looks);
  tellOf(given);
}

const verbs: Record<string, Verb> = {
  boot,
  update,
  shutdown() {
    call('logout');
    call('hide');
  },
  show: () => call('open'),
  hide: () => call('close'),
  showMessages: () => call('open'),
  showNewMessage: (text) => call('newMessage', isText(text) ? String(text) : ''),
  showSpace(space) {
    if (space !== 'messages' && space !== 'home') ignore(product, `showSpace("${space}")`);
    call('open');
  },
  showConversation() {
    ignore(product, 'showConversation', 'The chat is opened.');
    call('open');
  },
  onShow: (hear) => isFunction(hear) && on('open', () => void hear()),
  onHide: (hear) => isFunction(hear) && on('close', () => void hear()),
  onUnreadCountChange: (hear) => isFunction(hear) && on('unread', (count) => void hear(count)),
  ready: (hear) => isFunction(hear) && on('ready', () => void hear()),
  trackEvent(name, properties) {
    if (isText(name)) call('track', String(name), attributesOf(product, properties));
  },
  reattach_activator: () => {},
};

const intercom: Verb = (verb, ...values) => {
  const run = typeof verb === 'string' && Object.hasOwn(verbs, verb) ? verbs[verb] : undefined;
  if (run) return safely(product, String(verb), run)(...values);
  ignore(product, String(verb));
};

const { Intercom: before, intercomSettings: settings } = holder;
holder.Intercom = intercom;
// Theirs begins by itself where the settings name an app; what was asked before comes after it, in order.
if (isObject(settings) && (settings.app_id ?? product.site) !== undefined) intercom('boot', settings);
for (const asked of before?.q ?? []) intercom(...Array.from(asked));
