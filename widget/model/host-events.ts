import type { ReadonlySignal } from '@preact/signals';
import type { Timeline } from '../../protocol/client/timeline.ts';
import type { ErrorCode } from '../../protocol/wire/errors.ts';
import type { IntakeIn } from '../../protocol/wire/front.ts';
import type { Entry } from '../../protocol/wire/model.ts';
import type { Link } from './link.ts';

/** Tells the page. Names and what comes with them are those of widget/embed/api.ts (W18). */
export type Tell = (name: string, detail?: unknown) => void;

/** Runs again whenever a signal that it read has changed; handed over, so that this part imports no library. */
export type Watch = (run: () => void) => () => void;

export type Hear = (detail: unknown) => void;

/** Who on the page listens to what. */
export function createListeners(soon: (run: () => void) => void) {
  let heard: { name: string; hear: Hear; once: boolean }[] = [];
  const add = (once: boolean) => (name: string, hear: Hear) => void heard.push({ name, hear, once });
  return {
    on: add(false),
    once: add(true),
    /** Without a function: all of this name. */
    off(name: string, hear?: unknown) {
      heard = heard.filter((one) => one.name !== name || (hear !== undefined && one.hear !== hear));
    },
    tell(name: string, detail?: unknown) {
      for (const { hear } of heard.filter((one) => one.name === name)) soon(() => hear(detail));
      heard = heard.filter((one) => one.name !== name || !one.once);
    },
  };
}

/** What of the chat the page may hear of. */
export interface HostFacts {
  open: ReadonlySignal<boolean>;
  unread: ReadonlySignal<number>;
  available: ReadonlySignal<boolean | null>;
  refused: ReadonlySignal<ErrorCode | null>;
  link: ReadonlySignal<Link>;
  timeline: ReadonlySignal<Timeline | null>;
  /** What she filled in before the chat, on this page. */
  intake: ReadonlySignal<IntakeIn | undefined>;
  /** The relay has greeted us: until then the past is not known. */
  heard: ReadonlySignal<boolean>;
}

/** What happens from now on, as events. What had happened before is not told again. The answer stops. */
export function tellHost(chat: HostFacts, tell: Tell, watch: Watch): () => void {
  const onChange = onChangeBy(watch);
  const stops = [
    onChange(chat.open, false, (open) => tell(open ? 'open' : 'close')),
    onChange(chat.unread, 0, (count) => tell('unread', count)),
    onChange(chat.available, null, (available) => tell('availability', available)),
    onChange(chat.refused, null, (error) => {
      // Not for long: the chat begins anew (I5).
      if (error && error !== 'forbidden')
        tell('error', { code: error, message: `The relay refuses this page: ${error}.` });
    }),
    // Once for each loss: it goes on trying.
    onChange(chat.link, 'quiet', (link) => {
      if (link === 'offline') tell('error', { code: 'unreachable', message: 'The relay cannot be reached just now.' });
    }),
    tellEntries(chat, tell, watch),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

const onChangeBy =
  (watch: Watch) =>
  <Value>(source: ReadonlySignal<Value>, first: Value, changed: (value: Value) => void): (() => void) => {
    let before = first;
    return watch(() => {
      const value = source.value;
      if (value === before) return;
      before = value;
      changed(value);
    });
  };

function tellEntries({ timeline, intake, heard }: HostFacts, tell: Tell, watch: Watch): () => void {
  let known: { id: string; seq: number } | null = null;
  let begun = false;
  return watch(() => {
    const now = timeline.value;
    if (!heard.value) return;
    if (!begun) known = now && { id: now.conversationId, seq: now.head };
    begun = true;
    if (!now) return;
    const after = known?.id === now.conversationId ? known.seq : 0;
    if (after === 0 && now.last > 0) {
      tell('conversation:started');
      tellForm(intake.peek(), tell);
    }
    let serving: string | null = null;
    for (const entry of now.entries) {
      if (entry.seq > after) tellEntry(entry, serving, tell);
      if (entry.kind === 'assigned') serving = entry.agent.name;
      else if (entry.kind === 'queued' || entry.kind === 'closed') serving = null;
    }
    known = { id: now.conversationId, seq: Math.max(after, now.last) };
  });
}

function tellForm({ topic, fields = {} }: IntakeIn = {}, tell: Tell): void {
  const filled = Object.keys(fields).filter((key) => fields[key]);
  if (topic || filled.length > 0) tell('form:submitted', { topic: topic ?? null, fields: filled });
}

/** `serving`: who answered until then. */
function tellEntry(entry: Entry, serving: string | null, tell: Tell): void {
  if (entry.kind === 'message') {
    if (entry.author === 'visitor') {
      tell('message:sent', { text: entry.body });
      if (entry.file) tell('file:sent', { type: entry.file.type, bytes: entry.file.bytes });
    } else tell('message:received', { text: entry.body, agent: entry.agent?.name ?? null });
  } else if (entry.kind === 'queued') {
    if (serving !== null) tell('agent:left', { name: serving });
    if (entry.reason === 'reopened') tell('conversation:started');
    tell('queue', { waiting: true });
  } else if (entry.kind === 'left') {
    tell('agent:left', { name: entry.agent.name });
  } else if (entry.kind === 'assigned') {
    if (serving !== null) tell('agent:left', { name: serving });
    tell('queue', { waiting: false });
    tell('agent:assigned', { name: entry.agent.name });
  } else if (entry.kind === 'closed') {
    tell('conversation:ended', { by: entry.by });
  } else if (entry.kind === 'rated' && !entry.anonymous) {
    tell('rating', { score: entry.score });
  }
}
