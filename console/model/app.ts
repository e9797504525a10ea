import { effect, signal, untracked } from '@preact/signals';
import type { AgentProfile } from '../../protocol/wire/model.ts';
import { may } from '../../protocol/wire/permissions.ts';
import { Account } from './account.ts';
import { Api } from './api.ts';
import { focused, focusOf, namedIn, placed } from './beside.ts';
import { Commands } from './commands.ts';
import type { Costs } from './costs.ts';
import { Desk } from './desk.ts';
import type { DeskParts } from './desk-parts.ts';
import type { FaceForm, FacesParts } from './faces.ts';
import { type FilePorts, Files } from './files.ts';
import { Find } from './find.ts';
import { type ConsoleLanguage, LANGUAGE_KEY } from './language.ts';
import { WHOLE_LIST } from './list-place.ts';
import { Macros } from './macros.ts';
import { Mail } from './mail.ts';
import { Notice } from './notice.ts';
import { Notices } from './notices.ts';
import { OFFERING } from './offering.ts';
import type { Outside } from './outside.ts';
import { Palette } from './palette.ts';
import { patient } from './patient.ts';
import { People } from './people.ts';
import type { Address, Badge, Clipboard, Days, Http, Keyboard, Push, WallClock } from './ports.ts';
import { Reports } from './reports.ts';
import { Roles } from './roles.ts';
import { formatRoute, type InboxRoute, parseRoute, type Route } from './route.ts';
import { SavedReplies } from './saved-replies.ts';
import { ServiceSettings } from './service-settings.ts';
import { Settings } from './settings.ts';
import { Setup } from './setup.ts';
import { Staff } from './staff.ts';
import type { TeamTags, TeamTagsParts } from './team-tags.ts';
import type { Visitors } from './visitors.ts';

export interface AppParts
  extends Omit<
    DeskParts,
    'me' | 'onSessionEnded' | 'onMeChanged' | 'onErased' | 'onNoticesChanged' | 'departments' | 'today'
  > {
  http: Http;
  address: Address;
  badge: Badge;
  push: Push;
  keyboard: Keyboard;
  clipboard: Clipboard;
  wall: WallClock;
  days: Days;
  files: FilePorts;
  shrinkPicture: FacesParts['shrinkPicture'];
}

/** A preference of this browser. */
const PERSON_KEY = 'deskbell:console:person-hidden';

/** The whole console behind its screens. */
export class App {
  readonly account: Account;
  readonly reports: Reports;
  readonly settings: Settings;
  readonly setup: Setup;
  readonly staff: Staff;
  readonly roles: Roles;
  readonly service: ServiceSettings;
  readonly replies: SavedReplies;
  readonly offering = OFFERING;
  readonly macros: Macros;
  readonly mail: Mail;
  readonly notice: Notice;
  readonly notices: Notices;
  readonly files: Files;
  readonly people: People;
  readonly find: Find;
  readonly commands: Commands;
  readonly palette: Palette;
  readonly route;
  readonly desk = signal<Desk | null>(null);
  /** Services of the owner's; null until somebody needs them. */
  readonly outside = signal<Outside | null>(null);
  readonly teamTags = signal<TeamTags | null>(null);
  readonly costs = signal<Costs | null>(null);
  readonly visitors = signal<Visitors | null>(null);
  readonly personShown;
  readonly #parts: AppParts;
  readonly #api: Api;

  constructor(parts: AppParts) {
    this.#parts = parts;
    const { clock, days, memory, outbox, address } = parts;
    const api = new Api(parts.http);
    this.#api = api;
    const onSetUp = () => this.go({ name: 'settings', page: 'start' });
    this.account = new Account({ api, memory, outbox, onSetUp });
    this.reports = new Reports({ api, clock, days, onSessionEnded: () => this.account.ended() });
    this.settings = new Settings({ api, account: this.account });
    const onSitesChanged = () => void this.settings.loadSites();
    this.setup = new Setup({
      ...{ api, clock, onSitesChanged, onNotKept: () => this.notice.show('not_done') },
      onSessionEnded: () => this.account.ended(),
    });
    this.staff = new Staff({ api, onSessionEnded: () => this.account.ended() });
    this.roles = new Roles({ api, onSessionEnded: () => this.account.ended() });
    this.mail = new Mail({ api, zone: parts.wall.zone, onSessionEnded: () => this.account.ended() });
    this.service = new ServiceSettings({
      ...{ ...parts, api, beside: this.mail },
      onSessionEnded: () => this.account.ended(),
    });
    this.replies = new SavedReplies({ api, onSessionEnded: () => this.account.ended() });
    this.macros = new Macros({ api, onSessionEnded: () => this.account.ended() });
    this.notice = new Notice(clock);
    this.notices = new Notices({ ...parts, api, now: () => this.desk.peek()?.ticker.read() ?? clock.now() });
    parts.push.listenOpen((path) => address.push(path));
    this.commands = new Commands({ ...parts, focused: () => this.desk.value?.thread.value?.id ?? null });
    this.palette = new Palette(memory);
    this.find = new Find({ api, clock, onSessionEnded: () => this.account.ended() });
    this.people = new People({ api, onSessionEnded: () => this.account.ended() });
    this.files = new Files(parts.files, parts.http, parts.newClientId);
    this.route = signal<Route>(parseRoute(address.read()));
    this.personShown = signal(memory.read(PERSON_KEY) !== 'yes');
    address.listen(() => {
      this.route.value = parseRoute(address.read());
    });
  }

  start(setUpToken: string | null): void {
    this.commands.listen();
    effect(() => {
      const step = this.account.step.value;
      untracked(() => {
        if (step.name === 'signed_in') return this.#seat(step.me, step.resumed);
        this.#seat(null);
        if (step.name === 'signed_out' && step.because === 'left') this.notices.leave();
      });
    });
    effect(() => this.#openRoute());
    effect(() => this.#settle());
    effect(() => this.#badge());
    void this.account.open(setUpToken);
  }

  /** The time beside this screen. */
  readClock(): number {
    return this.#parts.clock.now();
  }

  /** From here: what stands beside stays (U14). */
  hrefOf(route: Route): string {
    return formatRoute(placed(route, this.route.value));
  }

  go(route: Route): void {
    this.#parts.address.push(formatRoute(placed(route, this.route.peek())));
  }

  /** U14: in the place of the one that has not the focus; where there is no room, it says so. */
  openBeside(conversationId: string): Promise<void> {
    if (this.desk.peek()?.panes.hasRoom.peek()) return this.#move('openedBeside', conversationId);
    this.notice.show('no_room');
    return Promise.resolve();
  }

  closePane(conversationId: string): Promise<void> {
    return this.#move('closedPane', conversationId);
  }

  /** The person is in this one now. */
  focusPane(conversationId: string): void {
    const now = this.route.peek();
    if (now.name !== 'inbox' || focusOf(now) === conversationId || !namedIn(now).includes(conversationId)) return;
    this.#parts.address.replace(formatRoute(focused(conversationId, now)));
  }

  /** Where inside of this conversation the address leads. */
  placeIn(conversationId: string): Pick<InboxRoute, 'at' | 'note'> {
    const { value: now } = this.route;
    return now.name === 'inbox' && focusOf(now) === conversationId ? now : {};
  }

  /** "Back" closes what lies over the page, and only that; until it is given back. */
  holdBack(close: () => void): () => void {
    return this.#parts.address.hold(close);
  }

  showPerson(shown: boolean): void {
    this.personShown.value = shown;
    if (shown) this.#parts.memory.remove(PERSON_KEY);
    else this.#parts.memory.write(PERSON_KEY, 'yes');
  }

  /** The words of the whole page change, so it is loaded again. */
  chooseLanguage(language: ConsoleLanguage): void {
    this.#parts.memory.write(LANGUAGE_KEY, language);
    this.#parts.address.reload();
  }

  /** U13: fetched by the first part that offers them. */
  async loadTeamTags(markOf: TeamTagsParts['markOf']): Promise<void> {
    const { TeamTags } = await import('./team-tags.ts');
    this.teamTags.value ??= new TeamTags({ api: this.#api, markOf, onSessionEnded: () => this.account.ended() });
    await this.teamTags.value.load();
  }

  /** How visitors see this agent; null: that part could not be fetched. */
  async openFace(agentId: string): Promise<FaceForm | null> {
    const part = await import('./faces.ts').catch(() => null);
    const { shrinkPicture } = this.#parts;
    const parts = { api: this.#api, shrinkPicture, onSessionEnded: () => this.account.ended() };
    return part && new part.FaceForm(agentId, parts);
  }

  async copy(text: string): Promise<void> {
    this.notice.show((await this.#parts.clipboard.copy(text)) ? 'copied' : 'not_copied');
  }

  /** Most people never need it. What does not come now is asked for by whoever needs it next. */
  async openOutside(): Promise<void> {
    const part = await import('./outside.ts').catch(() => null);
    if (part) this.outside.value ??= new part.Outside(this.people);
  }

  /** Whether it is there: it is fetched with the only page that needs it. */
  async openCosts(): Promise<boolean> {
    const part = await import('./costs.ts').catch(() => null);
    if (part) this.costs.value ??= new part.Costs({ api: this.#api, onSessionEnded: () => this.account.ended() });
    return part !== null;
  }

  /** Fetched with the only page that needs it, too. */
  async openVisitors(): Promise<boolean> {
    const part = await import('./visitors.ts').catch(() => null);
    const { clock } = this.#parts;
    const onSessionEnded = () => this.account.ended();
    if (part) this.visitors.value ??= new part.Visitors({ api: this.#api, clock, onSessionEnded });
    return part !== null;
  }

  async signOut(): Promise<void> {
    if (await this.account.signOut()) this.service.forget();
    else this.notice.show('not_signed_out');
  }

  /** Fetched by the first who has two of them. */
  async #move(how: 'openedBeside' | 'closedPane', conversationId: string): Promise<void> {
    const moves = await import('./beside-moves.ts').catch(() => null);
    const { value: now } = this.route;
    if (!moves) this.notice.show('not_done');
    else if (now.name === 'inbox') this.go(moves[how](conversationId, now));
  }

  #seat(me: AgentProfile | null, resumed = false): void {
    const held = this.desk.peek();
    if (held?.me === me) return;
    held?.dispose();
    // What was said to somebody else is not shown.
    this.outside.value = null;
    if (me) this.service.seat(me.id);
    if (me && may(me, 'settings:write')) void this.setup.loadGuide();
    if (me) this.palette.seat(me.id);
    this.notices.seat(me?.id ?? null, resumed);
    this.desk.value = me ? this.#createDesk(me) : null;
    this.desk.peek()?.start();
  }

  #createDesk(me: AgentProfile): Desk {
    return new Desk({
      ...this.#parts,
      connect: (epoch) => patient(this.#parts.connect(epoch), this.#parts.clock),
      bell: { ring: (rung) => this.notices.tell(rung), audible: () => this.#parts.bell.audible() },
      me,
      onSessionEnded: () => this.account.ended(),
      onMeChanged: (changed) => this.account.changed(changed),
      onNoticesChanged: () => this.notices.heard(),
      onErased: (id) => {
        this.find.forget(id);
        this.notices.settle(id);
      },
      departments: () => this.#api.departments(),
      today: () => this.#api.figures(`measures/today?zone=${encodeURIComponent(this.#parts.days.zone)}`),
    });
  }

  /** NT10: as long as something was missed, title and icon say so. */
  #badge(): void {
    const unread = this.desk.value?.inbox.unread.value ?? 0;
    this.#parts.badge.show(Math.max(unread, this.notices.missed.value.length), this.route.value.name);
  }

  /** What is on the screen was not missed. */
  #settle(): void {
    void this.route.value;
    const shown = this.desk.value?.panes.shown.value ?? [];
    untracked(() => {
      for (const { id } of shown) this.notices.settle(id);
    });
  }

  #openRoute(): void {
    const { value: route } = this.route;
    const { value: desk } = this.desk;
    const open = route.name === 'inbox' ? route : { name: 'inbox' as const, conversationId: null };
    untracked(() => {
      if (route.name === 'inbox') desk?.lists.show(route.list ?? WHOLE_LIST);
      desk?.open(focusOf(open), namedIn(open));
    });
  }
}
