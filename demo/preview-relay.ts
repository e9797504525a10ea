import type { FrontSettings } from '../protocol/wire/front.ts';
import type { Entry } from '../protocol/wire/model.ts';
import { ALWAYS_OPEN } from '../protocol/wire/settings.ts';
import { PROTOCOL_VERSION } from '../protocol/wire/version.ts';

/**
 * A relay of paper behind the real widget, in the page itself: it speaks the frames of Engine.IO 4 and Socket.IO 5 over what looks like a
 * WebSocket, so that a preview makes no visitor, no conversation and no request (Z12).
 */
const ANA = { id: 'ana', name: 'Ana' };
const ANSWER_MS = 700;

export const paper: { front: FrontSettings | null } = { front: null };

export class PaperSocket extends EventTarget {
  static readonly CONNECTING = 0;
  static readonly OPEN = 1;
  static readonly CLOSING = 2;
  static readonly CLOSED = 3;
  readyState = 0;
  binaryType = 'blob';
  bufferedAmount = 0;
  onopen: ((event: Event) => void) | null = null;
  onmessage: ((event: { data: string }) => void) | null = null;
  onclose: ((event: Event) => void) | null = null;
  onerror: ((event: Event) => void) | null = null;
  #seq = 0;

  constructor() {
    super();
    queueMicrotask(() => {
      this.readyState = 1;
      this.onopen?.(new Event('open'));
      this.#tell('0{"sid":"paper","upgrades":[],"pingInterval":3600000,"pingTimeout":3600000,"maxPayload":100000}');
    });
  }

  send(frame: string): void {
    if (frame.startsWith('40/visitor')) {
      this.#tell('40/visitor,{"sid":"paper"}');
      this.#fact('session:ready', this.#ready());
    }
    const [, id, text] = /^42\/visitor,(\d+)(.*)$/s.exec(frame) ?? [];
    if (id !== undefined && text !== undefined) this.#answer(id, ...(JSON.parse(text) as [string, Said]));
  }

  close(): void {
    this.readyState = 3;
    queueMicrotask(() => this.onclose?.(new Event('close')));
  }

  #tell(frame: string): void {
    setTimeout(() => this.readyState === 1 && this.onmessage?.({ data: frame }));
  }

  #fact(name: string, value: unknown): void {
    this.#tell(`42/visitor,${JSON.stringify([name, value])}`);
  }

  #ready() {
    const { front } = paper;
    const told = front && {
      ...(front.banner && { banner: front.banner }),
      ...(front.greeting && { greeting: front.greeting }),
      ...(front.topics.length > 0 && { topics: front.topics }),
      ...(front.form && { form: front.form }),
      ...(front.reasons.length > 0 && { reasons: front.reasons }),
    };
    return {
      ...{ version: PROTOCOL_VERSION, epoch: 'paper', at: Date.now(), visitorId: 'paper', token: 'vst_paper' },
      ...{ siteName: 'Preview', available: true, conversations: [], service: ALWAYS_OPEN },
      ...(told && Object.keys(told).length > 0 ? { front: told } : {}),
    };
  }

  #answer(id: string, name: string, said: Said): void {
    const reply = (value: unknown) => this.#tell(`43/visitor,${id}${JSON.stringify([{ ok: true, value }])}`);
    const { clientId = '', body = '' } = said;
    if (name === 'conversation:open') {
      const at = Date.now();
      this.#entries({ kind: 'message', author: 'visitor', clientId, body, seq: 1, at }, {
        kind: 'queued',
        seq: 2,
        at,
      } as Entry);
      this.#seq = 2;
      reply({ conversationId: 'paper', seq: 1, at });
      setTimeout(() => this.#greet(), ANSWER_MS);
    } else if (name === 'message:send') {
      const entry: Entry = { kind: 'message', author: 'visitor', clientId, body, seq: ++this.#seq, at: Date.now() };
      this.#entries(entry);
      reply({ seq: entry.seq, at: entry.at });
    } else if (name === 'agent:faces') reply({ faces: [] });
    else if (name === 'conversation:list') reply({ conversations: [] });
    else reply({});
  }

  #greet(): void {
    const at = Date.now();
    const assigned = { kind: 'assigned', agent: ANA, seq: ++this.#seq, at } as Entry;
    const body = 'Good day, this is how an answer looks.';
    const clientId = `paper-${at}-answer`;
    this.#entries(assigned, { kind: 'message', author: 'agent', agent: ANA, clientId, body, seq: ++this.#seq, at });
  }

  #entries(...entries: Entry[]): void {
    for (const entry of entries) this.#fact('entry:added', { conversationId: 'paper', entry });
  }
}

interface Said {
  clientId?: string;
  body?: string;
}
