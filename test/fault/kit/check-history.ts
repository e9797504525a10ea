import type { Line } from './history.ts';

/** One entry as the database holds it, in order of `seq`; `clientId` and `author` of messages only. */
export interface StoredEntry {
  seq: number;
  clientId: string | null;
}

export type Stored = ReadonlyMap<string, readonly StoredEntry[]>;

export type Fault =
  | 'lost'
  | 'moved'
  | 'doubled'
  | 'gap'
  | 'phantom'
  | 'refused but stored'
  | 'sender order'
  | 'shown out of order'
  | 'shown twice'
  | 'missed'
  | 'shown wrong';

export interface Violation {
  fault: Fault;
  text: string;
}

export interface Checked {
  violations: Violation[];
  acknowledged: number;
  /** Messages of which at least one send had no clear end, and how many of them are stored (each once, or `doubled`). */
  ambiguous: number;
  ambiguousStored: number;
}

/** Judges a history by what is stored. Pure. `readers` must have shown everything; others may have ended early. */
export function checkHistory(lines: readonly Line[], stored: Stored, readers: ReadonlySet<string>): Checked {
  const violations: Violation[] = [];
  const say = (fault: Fault, text: string) => violations.push({ fault, text });
  const places = placesOf(stored, say);
  checkAnswers(lines, places, say);
  checkSenders(lines, places, say);
  checkReaders(lines, stored, readers, say);
  const acknowledged = new Set(lines.flatMap((line) => (line.kind === 'ok' ? [line.clientId] : [])));
  const ambiguous = [...new Set(lines.flatMap((line) => (line.kind === 'info' ? [line.clientId] : [])))];
  return {
    violations,
    acknowledged: acknowledged.size,
    ambiguous: ambiguous.length,
    ambiguousStored: ambiguous.filter((clientId) => places.has(clientId)).length,
  };
}

interface Place {
  conversationId: string;
  seq: number;
}

type Say = (fault: Fault, text: string) => void;

/** Where each message stands. Ids must be unique, and each conversation 1, 2, 3 … without holes. */
function placesOf(stored: Stored, say: Say): Map<string, Place> {
  const places = new Map<string, Place>();
  for (const [conversationId, entries] of stored) {
    for (const [index, { seq, clientId }] of entries.entries()) {
      if (seq !== index + 1) say('gap', `${conversationId}: place ${index + 1} holds seq ${seq}`);
      if (clientId === null) continue;
      const first = places.get(clientId);
      if (first)
        say('doubled', `${clientId} stands at ${first.conversationId}/${first.seq} and ${conversationId}/${seq}`);
      else places.set(clientId, { conversationId, seq });
    }
  }
  return places;
}

/** Acknowledged ⊆ stored, at the place that was answered; nothing stored that nobody sent or that was refused. */
function checkAnswers(lines: readonly Line[], places: Map<string, Place>, say: Say): void {
  const asked = new Set<string>();
  for (const line of lines) {
    if (line.kind === 'invoke') asked.add(line.clientId);
    if (line.kind === 'ok') {
      const place = places.get(line.clientId);
      if (!place) say('lost', `${line.clientId} was acknowledged to ${line.client} at ${line.seq} and is not stored`);
      else if (place.seq !== line.seq || place.conversationId !== line.conversationId)
        say('moved', `${line.clientId} was acknowledged at ${line.seq} and stands at ${place.seq}`);
    }
    if (line.kind === 'fail' && places.has(line.clientId))
      say('refused but stored', `${line.clientId} was refused with ${line.error} and is stored`);
  }
  for (const clientId of places.keys()) if (!asked.has(clientId)) say('phantom', `${clientId} was never sent`);
}

/** A sender's messages stand in the order in which Enter was pressed. */
function checkSenders(lines: readonly Line[], places: Map<string, Place>, say: Say): void {
  const last = new Map<string, { clientId: string; seq: number }>();
  const seen = new Set<string>();
  for (const line of lines) {
    if (line.kind !== 'invoke' || seen.has(line.clientId)) continue;
    seen.add(line.clientId);
    const place = places.get(line.clientId);
    if (!place) continue;
    const key = `${line.client} ${place.conversationId}`;
    const before = last.get(key);
    if (before && before.seq > place.seq)
      say(
        'sender order',
        `${line.client} wrote ${before.clientId} before ${line.clientId}; stored at ${before.seq}, ${place.seq}`,
      );
    last.set(key, { clientId: line.clientId, seq: place.seq });
  }
}

interface View {
  client: string;
  conversationId: string;
  last: number;
  /** What stands on the screen since the last drop. */
  entries: { seq: number; clientId: string | null }[];
}

/** Each reader shows 1, 2, 3 … and never n+1 before n; in the end exactly what is stored. */
function checkReaders(lines: readonly Line[], stored: Stored, readers: ReadonlySet<string>, say: Say): void {
  const views = new Map<string, View>();
  for (const line of lines) {
    if (line.kind !== 'shown' && line.kind !== 'dropped') continue;
    const { client, conversationId } = line;
    const key = `${client} ${conversationId}`;
    const view = views.get(key) ?? { client, conversationId, last: 0, entries: [] };
    views.set(key, view);
    if (line.kind === 'dropped') {
      view.last = 0;
      view.entries = [];
      continue;
    }
    const { seq, clientId } = line;
    const where = `${client} in ${conversationId}`;
    if (seq <= view.last) say('shown twice', `${where} showed ${seq} after ${view.last}`);
    if (seq > view.last + 1) say('shown out of order', `${where} showed ${seq} after ${view.last}`);
    view.last = Math.max(view.last, seq);
    view.entries.push({ seq, clientId });
  }
  for (const view of views.values()) checkView(view, stored, readers, say);
  const seen = new Set([...views.values()].map(({ client }) => client));
  for (const client of readers) if (!seen.has(client)) say('missed', `${client} showed nothing`);
}

function checkView(view: View, stored: Stored, readers: ReadonlySet<string>, say: Say): void {
  const { client, conversationId, last, entries } = view;
  const truth = stored.get(conversationId) ?? [];
  for (const { seq, clientId } of entries) {
    const entry = truth[seq - 1];
    if (!entry)
      say('shown wrong', `${client} showed ${clientId} at ${seq} in ${conversationId}; nothing is stored there`);
    else if (entry.clientId !== clientId)
      say('shown wrong', `${client} showed ${clientId} at ${seq} in ${conversationId}; stored is ${entry.clientId}`);
  }
  if (readers.has(client) && last < truth.length)
    say('missed', `${client} showed ${last} of ${truth.length} in ${conversationId}`);
}
