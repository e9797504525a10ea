import { computed, signal } from '@preact/signals';
import { type NoticeWords, noticeOf } from '../../protocol/client/notice-of.ts';
import type { Clock } from '../../protocol/kit/clock.ts';
import { VISIBLE_RENEW_MS } from '../../protocol/wire/notice-limits.ts';
import {
  isQuiet,
  isTold,
  NOTICE_KINDS,
  NOTICE_SETTINGS_DEFAULT,
  NOTICE_WAYS,
  type NoticeSettings,
  type NoticesRead,
} from '../../protocol/wire/notices.ts';
import type { Api } from './api.ts';
import { Latest } from './load.ts';
import type { Attention, Bell, Memory, Push, PushState, Rung, WallClock } from './ports.ts';
import { privateKey } from './private-memory.ts';

export interface NoticesParts {
  api: Api;
  clock: Clock;
  /** The relay's time: it keeps the quiet times, too. */
  now(): number;
  memory: Memory;
  attention: Attention;
  bell: Bell;
  push: Push;
  wall: WallClock;
}

/** Something that came while nobody looked. */
export interface Missed {
  conversationId: string;
  who: string;
  made?: boolean | undefined;
  kind: Rung['kind'];
}

const MISSED_MAX = 20;
/** NT10; the others have bars of their own, or are nobody's. */
const MISSED_KINDS = new Set<Rung['kind']>(['assigned', 'message', 'lost']);

/** How I am told of news on this device, and what nobody has looked at yet (docs/notices.md). */
export class Notices {
  readonly kinds = NOTICE_KINDS;
  readonly ways = NOTICE_WAYS;
  readonly read = signal<NoticesRead | null>(null);
  readonly failed = signal(false);
  /** The browser's question was put away without a word. */
  readonly undecided = signal(false);
  readonly device = signal<PushState>('off');
  readonly missed = signal<readonly Missed[]>([]);
  readonly settings = computed<NoticeSettings>(() => this.read.value?.settings ?? NOTICE_SETTINGS_DEFAULT);
  /** The relay serves a newer console than this one. */
  readonly outdated = signal(false);
  readonly #parts: NoticesParts;
  #key: string | null = null;
  #renewing = false;
  readonly #latest = new Latest();
  /** A choice is on its way to the relay; the last one since, which follows it; and whether the relay told of a change meanwhile. */
  #choosing: object | null = null;
  #wished: NoticeSettings | null = null;
  #behind = false;
  /** The browser holds a subscription. */
  #agreed = false;
  #words: NoticeWords | null = null;

  constructor(parts: NoticesParts) {
    this.#parts = parts;
    const { push, attention, memory } = parts;
    push.listenUpdate(() => {
      this.outdated.value = true;
    });
    attention.listen(() => {
      if (this.#key && attention.visible()) void this.load();
      this.#tellVisible();
    });
    memory.listen('deskbell:console:mine:', () => this.#readMissed());
  }

  /** Somebody has signed in, or nobody is any more. */
  seat(agentId: string | null, resumed = false): void {
    this.#key = agentId && privateKey(agentId, 'missed');
    this.read.value = null;
    this.#latest.tell();
    this.#choosing = null;
    this.#readMissed();
    if (agentId) void this.load().then(() => this.#join(resumed));
  }

  /** Signed out by hand: this browser hears nothing more. */
  leave(): void {
    void this.#parts.push.unsubscribe();
  }

  /** What notices say, in the language of the console: for this page and for its worker. */
  speak(words: NoticeWords): void {
    this.#words = words;
    void this.#parts.push.keepWords(words);
  }

  async load(): Promise<void> {
    const isLatest = this.#latest.ask();
    const answer = await this.#parts.api.notices();
    this.failed.value = !answer.ok;
    // Asked before the last choice, it is older than what stands here, whenever it comes (Z13).
    if (answer.ok && !this.#choosing && isLatest()) this.read.value = answer.value;
    const state = await this.#parts.push.state();
    this.#agreed = state === 'on';
    // Gone at its push service, or stopped from elsewhere: nothing comes here, whatever the browser still holds.
    const isKnown = !this.read.value || this.read.value.devices.some((one) => one.isThis);
    this.device.value = state === 'on' && !isKnown ? 'off' : state;
  }

  /** The relay was told something new, here or elsewhere. What is on its way there stays as it was chosen. */
  heard(): void {
    if (this.#choosing) this.#behind = true;
    else void this.load();
  }

  /** Shown as chosen at once, and as it was where the relay does not take it. What is chosen meanwhile is told after it, so that it is the last. */
  async choose(changed: Partial<NoticeSettings>): Promise<void> {
    const before = this.read.value;
    // Nothing is known to change: asked for again, and said where it still cannot be had.
    if (!before) return this.load();
    const settings = { ...before.settings, ...changed, zone: this.#parts.wall.zone };
    this.#wished = settings;
    this.read.value = { ...before, settings };
    if (this.#choosing) return;
    const choosing = {};
    this.#choosing = choosing;
    let kept = before.settings;
    for (let wished: NoticeSettings | null = settings; wished; wished = this.#wished) {
      this.#wished = null;
      const answer = await this.#parts.api.setNotices(wished);
      // Somebody else sits here by now.
      if (choosing !== this.#choosing) return;
      if (answer.ok) kept = wished;
      this.failed.value = !answer.ok;
    }
    const { value: shown } = this.read;
    if (shown && this.failed.value) this.read.value = { ...shown, settings: kept };
    this.#choosing = null;
    this.#latest.tell();
    if (!this.#behind) return;
    this.#behind = false;
    await this.load();
  }

  /** This browser may show notices from now on. */
  async allow(): Promise<void> {
    const { api, push } = this.#parts;
    const key = this.read.value?.publicKey;
    const subscribed = key && (await push.subscribe(key));
    const undecided = subscribed === 'undecided';
    const isKept = subscribed && !undecided ? (await api.addPushDevice(subscribed)).ok : false;
    await this.load();
    this.undecided.value = undecided;
    // A person's own "no" is said by the state.
    this.failed.value = !isKept && !undecided && this.device.value !== 'denied';
    this.#tellVisible();
  }

  async forbid(id: string, isThis: boolean): Promise<void> {
    if (isThis) await this.#parts.push.unsubscribe();
    const answer = await this.#parts.api.removePushDevice(id);
    await this.load();
    this.failed.value = !answer.ok;
  }

  async test(): Promise<void> {
    this.failed.value = !(await this.#parts.api.testPush()).ok;
  }

  weekTime(at: number) {
    return this.#parts.wall.weekTime(at);
  }

  isQuiet(): boolean {
    const { now, wall } = this.#parts;
    return isQuiet(this.settings.peek(), now(), (at) => wall.weekTime(at));
  }

  /** One event, in the one tab that speaks for all (NT1). */
  tell(rung: Rung): void {
    const { attention, bell } = this.#parts;
    if (MISSED_KINDS.has(rung.kind) && !attention.looking()) this.#miss(rung);
    const quiet = this.isQuiet();
    const settings = this.settings.peek();
    if (rung.kind === 'lost') return;
    if (!rung.muted && isTold(settings, rung.kind, 'sound', quiet)) bell.ring(rung);
    if (!attention.visible() && isTold(settings, rung.kind, 'desktop', quiet)) this.#show(rung);
  }

  /** It is on the screen now, or was put away. */
  settle(conversationId: string): void {
    const rest = this.missed.peek().filter((one) => one.conversationId !== conversationId);
    if (rest.length < this.missed.peek().length) this.#keep(rest);
    void this.#parts.push.clear(`deskbell ${conversationId}`);
  }

  #miss({ conversationId = '', who = '', made, kind }: Rung): void {
    const rest = this.missed.peek().filter((one) => one.conversationId !== conversationId);
    this.#keep([{ conversationId, who, made, kind }, ...rest].slice(0, MISSED_MAX));
  }

  #show({ kind, conversationId, who, made, text }: Rung): void {
    if (kind === 'lost' || !this.#words) return;
    const { words } = this.settings.peek();
    const said = words ? { who: who ?? null, text: text ?? null, ...(made && { made }) } : { who: null, text: null };
    const { title, ...how } = noticeOf({ kind, conversationId: conversationId ?? null, at: 0, ...said }, this.#words);
    void this.#parts.push.show(title, how);
  }

  #keep(missed: readonly Missed[]): void {
    this.missed.value = missed;
    if (this.#key) this.#parts.memory.write(this.#key, JSON.stringify(missed));
  }

  /** Another tab put some away, or heard of more. */
  #readMissed(): void {
    const kept = this.#key && this.#parts.memory.read(this.#key);
    this.missed.value = kept ? (JSON.parse(kept) as Missed[]) : [];
  }

  /** This browser agreed in an earlier session: it is told so for this one. What was stopped in this session stays so. */
  async #join(resumed: boolean): Promise<void> {
    if (!resumed && this.#agreed && this.device.value === 'off') await this.allow();
    this.#tellVisible();
  }

  /** NT6: as long as the page is on the screen, again before the relay's lease ends. */
  #tellVisible(): void {
    if (!this.#key || this.device.peek() !== 'on') return;
    const visible = this.#parts.attention.visible();
    void this.#parts.api.setVisible(visible);
    if (!visible || this.#renewing) return;
    this.#renewing = true;
    this.#parts.clock.after(VISIBLE_RENEW_MS, () => {
      this.#renewing = false;
      if (this.#parts.attention.visible()) this.#tellVisible();
    });
  }
}
