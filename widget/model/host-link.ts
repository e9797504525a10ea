import type { Cancel } from '../../protocol/kit/clock.ts';
import { remedyOf } from '../../protocol/wire/errors.ts';
import type { VisitorCommands } from '../../protocol/wire/events.ts';
import { EVENT_NAME_CHARS_MAX, IDENTITY_CHARS_MAX, LANGUAGE_CHARS_MAX } from '../../protocol/wire/limits.ts';
import type { VisitorDescription } from '../../protocol/wire/visitor.ts';
import { createListeners, type Hear, tellHost, type Watch } from './host-events.ts';
import { createGreeting } from './host-greeting.ts';
import { followIdentity } from './host-identity.ts';
import type { HostChat, HostPorts } from './host-ports.ts';
import { attributesOf, departmentOf, tagsOf, textOf, whoOf } from './host-values.ts';
import type { Who } from './ports.ts';

export interface HostParts {
  chat: HostChat;
  /** Whom the page names; the connection says it (session.ts). */
  who: Who;
  /** What the tag or `boot` says; read anew at each `boot`. */
  options: Readonly<Record<string, unknown>>;
  ports: HostPorts;
  watch: Watch;
}

export interface HostLink {
  run(verb: string, values: readonly unknown[]): void;
  dispose(): void;
}

/** The page's side of the chat: its commands, and what it is told (W18). A part of its own: most pages do not use it. */
export function createHostLink({ chat, who, options, ports, watch }: HostParts): HostLink {
  const { on, once, off, tell } = createListeners(ports.soon);
  const description = describeVisitor(chat, watch, ports.after);
  const greeting = createGreeting(chat, watch);
  const identity = followIdentity({ chat, who, watch, tell, description, ports });
  const verbs: Record<string, (first: unknown, second: unknown) => void> = {
    boot() {
      const { name, email, tags, department, locale } = options;
      if (options.identity !== undefined) verbs.identify?.(options.identity, undefined);
      if (name !== undefined || email !== undefined) description.add(whoOf({ name, email }));
      if (typeof tags === 'string') description.add({ tags: tagsOf(tags.split(',').map((tag) => tag.trim())) });
      if (department !== undefined) description.add({ department: departmentOf(department) });
      if (locale !== undefined) verbs.setLocale?.(locale, undefined);
    },
    newMessage(text, before) {
      if (text !== undefined) chat.write(textOf(text, 'newMessage: the text'));
      if (before !== undefined) greeting.say(before);
      chat.setOpen(true);
    },
    sendMessage(text) {
      const body = textOf(text, 'sendMessage: the text');
      if (body === '') throw new Error('sendMessage: the text is empty.');
      if (!chat.say(body)) throw new Error('sendMessage: too many wait to be sent.');
    },
    identify(first, traits = {}) {
      if (typeof first !== 'string') return description.add(whoOf(first));
      const said = whoOf(traits);
      identity.name(textOf(first, 'identify: the token', IDENTITY_CHARS_MAX), said);
      description.add(said);
    },
    setAttributes: (attributes) =>
      description.add({ attributes: attributesOf(attributes, 'setAttributes takes an object: it') }),
    setTags: (tags) => description.add({ tags: tagsOf(tags) }),
    setDepartment: (department) => description.add({ department: departmentOf(department) }),
    setLocale(locale) {
      const text = textOf(locale, 'setLocale: the language tag', LANGUAGE_CHARS_MAX);
      ports.setLocale(text);
      description.add({ locale: text });
    },
    track(event, properties = {}) {
      const name = textOf(event, 'track: the event’s name', EVENT_NAME_CHARS_MAX);
      if (name === '') throw new Error('track: the event has no name.');
      description.track(name, attributesOf(properties, 'track: its properties'));
    },
    popOut() {
      if (!ports.popOut()) throw new Error('popOut: no window was opened. Call it from a click.');
    },
    on: (name, hear) => on(nameOf(name), hearOf(hear)),
    once: (name, hear) => once(nameOf(name), hearOf(hear)),
    off: (name, hear) => off(nameOf(name), hear),
  };
  const stop = tellHost(chat, tell, watch);

  return {
    run(verb, values) {
      try {
        verbs[verb]?.(values[0], values[1]);
      } catch (error) {
        const message = wordsOf(error) ?? `${verb}: this cannot be read.`;
        ports.warn(`Deskbell: ${message}`);
        tell('error', { code: 'invalid_argument', message });
      }
    },
    dispose() {
      stop();
      identity.stop();
      greeting.stop();
      description.stop();
    },
  };
}

/** Events that wait for the relay; older ones are forgotten, orders last. */
const EVENTS_WAITING_MAX = 20;
/** What the relay could not take is said again after so long, where it names no time, ms. */
const AGAIN_MS = 1_000;

/** What the page says of its visitor goes to the relay with the connection that the chat has anyway, never before. */
function describeVisitor(chat: HostChat, watch: Watch, after: HostPorts['after']) {
  let said: VisitorDescription = {};
  let unsaid: VisitorDescription = {};
  let events: VisitorCommands['visitor:track']['in'][] = [];
  /** One event after the other: a page that tracks and tracks would spend what the relay allows, and lose its order. */
  let isTold = true;
  let stopWaiting: Cancel = () => {};

  let taken = chat.taken.peek();
  const forget = () => {
    said = unsaid = {};
    events = [];
  };

  const tellEvents = () => {
    const [event] = events;
    if (!event || !isTold || chat.link.peek() !== 'online') return;
    isTold = false;
    const goOn = () => {
      isTold = true;
      flush();
    };
    void chat.ask('visitor:track', event).then((answer) => {
      if (!answer.ok && remedyOf(answer.error) === 'later') {
        stopWaiting = after(answer.retryAfterMs ?? AGAIN_MS, goOn);
      } else {
        events = events.filter((one) => one !== event);
        goOn();
      }
    });
  };

  const flush = () => {
    // What was said of one person is not said of the next.
    if (chat.taken.peek() !== taken) forget();
    taken = chat.taken.peek();
    if (chat.link.peek() !== 'online') return;
    const part = unsaid;
    unsaid = {};
    if (Object.keys(part).length > 0)
      void chat.ask('visitor:describe', part).then((answer) => {
        // Newer words win; all of it goes with the next ones, or the next connection.
        if (!answer.ok && remedyOf(answer.error) === 'later') unsaid = merge(part, unsaid);
      });
    tellEvents();
  };
  const stop = watch(() => {
    // A new connection may be another visitor's, or one that the relay knew nothing of: all is said again.
    if (chat.link.value === 'online') flush();
    else unsaid = said;
  });

  return {
    add(part: VisitorDescription) {
      said = merge(said, part);
      unsaid = merge(unsaid, part);
      flush();
    },
    track(event: string, properties: VisitorCommands['visitor:track']['in']['properties']) {
      events = [...events, { event, properties }];
      if (events.length > EVENTS_WAITING_MAX) {
        const least = events.findIndex((one) => one.event !== 'order');
        events.splice(Math.max(0, least), 1);
      }
      flush();
    },
    forget,
    said: () => said,
    stop() {
      stop();
      stopWaiting();
    },
  };
}

function merge(before: VisitorDescription, part: VisitorDescription): VisitorDescription {
  const attributes = { ...before.attributes, ...part.attributes };
  return { ...before, ...part, ...(Object.keys(attributes).length > 0 ? { attributes } : {}) };
}

/** What a page gives may throw at every touch, and so may what it throws: nothing comes back at the page (W18). */
function wordsOf(error: unknown): string | undefined {
  try {
    return (error as Error).message;
  } catch {
    return undefined;
  }
}

function nameOf(name: unknown): string {
  if (typeof name !== 'string') throw new Error('on, once and off take the name of an event first.');
  return name;
}

function hearOf(hear: unknown): Hear {
  if (typeof hear !== 'function') throw new Error('on and once take a function after the name.');
  return hear as Hear;
}
