import type { BusinessSettings, BusinessSettingsRead } from '../../protocol/wire/business.ts';
import type { Department, StaffMember } from '../../protocol/wire/departments.ts';
import { type Answer, refusal } from '../../protocol/wire/errors.ts';
import type { Face } from '../../protocol/wire/faces.ts';
import type { FeedbackFilter, FeedbackReport } from '../../protocol/wire/feedback.ts';
import type { FindQuestion, FoundPage } from '../../protocol/wire/find.ts';
import { ACK_TIMEOUT_MS } from '../../protocol/wire/limits.ts';
import type { Macro } from '../../protocol/wire/macros.ts';
import type { MailState, ReportPlan } from '../../protocol/wire/mail.ts';
import type { AgentProfile, Role } from '../../protocol/wire/model.ts';
import type { NoticeSettings, NoticesRead, PushSubscribed } from '../../protocol/wire/notices.ts';
import type { SavedReply } from '../../protocol/wire/replies.ts';
import type { RoutingPlan } from '../../protocol/wire/routing.ts';
import type { HoursPreview, ServiceHours, SiteSettings } from '../../protocol/wire/settings.ts';
import type { Span } from './periods.ts';
import type { Http, HttpQuestion } from './ports.ts';

/** How long an answer is waited for, and how it is given up. */
type Waiting = Pick<HttpQuestion, 'timeoutMs' | 'cancel'>;

export interface NewStaff {
  name: string;
  email: string;
  password: string;
  role: Role;
  roleId?: string | null;
}

/** A site by its key, a department by its id. */
export interface SettingsOwner {
  kind: 'site' | 'department';
  id: string;
}

export interface SettingsRead {
  settings: ServiceHours | SiteSettings;
  version: number;
}

export interface SiteLine {
  id: string;
  key: string;
  name: string;
  origins: string[];
  /** The one line that owners put on their pages. */
  snippet: string;
  /** Set: no page may use it any more. */
  retiredAt?: number;
}

/** The agents' HTTP routes, typed. The gate on the other side checks; here the shape is trusted. */
export class Api {
  readonly #http: Http;

  constructor(http: Http) {
    this.#http = http;
  }

  me(): Promise<Answer<AgentProfile>> {
    return this.#get('me');
  }

  signIn(email: string, password: string): Promise<Answer<AgentProfile>> {
    return this.#post('sign-in', { email, password });
  }

  signOut(): Promise<Answer<unknown>> {
    return this.#post('sign-out', {});
  }

  setUp(token: string, name: string, email: string, password: string): Promise<Answer<AgentProfile>> {
    return this.#post('set-up', { token, name, email, password });
  }

  changePassword(current: string, next: string): Promise<Answer<AgentProfile>> {
    return this.#post('password', { current, next });
  }

  departments(): Promise<Answer<Department[]>> {
    return this.#get('departments');
  }

  addDepartment(input: Omit<Department, 'id'>): Promise<Answer<Department>> {
    return this.#post('departments', input);
  }

  /** `basedOn`, here and below: the mark of what was read (Z13). */
  changeDepartment({ id, ...input }: Department, basedOn: string): Promise<Answer<Department>> {
    return this.#ask('PUT', based(`departments/${id}`, basedOn), input);
  }

  removeDepartment(id: string): Promise<Answer<unknown>> {
    return this.#ask('DELETE', `departments/${id}`, undefined);
  }

  staff(): Promise<Answer<StaffMember[]>> {
    return this.#get('staff');
  }

  addStaff(input: NewStaff): Promise<Answer<unknown>> {
    return this.#post('staff', input);
  }

  changeStaff(
    member: Omit<StaffMember, 'roleId'> & { roleId?: string | null },
    basedOn: string,
  ): Promise<Answer<StaffMember>> {
    const { id, email, availability, awayReason, roleName, rights, ...input } = member;
    return this.#ask('PUT', based(`staff/${id}`, basedOn), input);
  }

  setStaffPassword(id: string, password: string): Promise<Answer<unknown>> {
    return this.#post(`staff/${id}/password`, { password });
  }

  face(agentId: string): Promise<Answer<Face>> {
    return this.#get(`faces/${agentId}`);
  }

  /** A picture in base 64; left out it stays, null takes it away. */
  setFace(agentId: string, face: { title: string; picture?: string | null }): Promise<Answer<Face>> {
    return this.#ask('PUT', `faces/${agentId}`, face);
  }

  routingPlan(): Promise<Answer<RoutingPlan>> {
    return this.#get('routing-plan');
  }

  setRoutingPlan(plan: RoutingPlan, basedOn: string): Promise<Answer<unknown>> {
    return this.#ask('PUT', based('routing-plan', basedOn), plan);
  }

  /** Of a site, or the hours of a department. */
  settings(of: SettingsOwner): Promise<Answer<SettingsRead>> {
    return this.#get(settingsPath(of));
  }

  setSettings(
    of: SettingsOwner,
    settings: ServiceHours | SiteSettings,
    basedOn: number,
  ): Promise<Answer<SettingsRead>> {
    return this.#ask('PUT', `${settingsPath(of)}?basedOn=${basedOn}`, settings);
  }

  previewHours(hours: ServiceHours): Promise<Answer<HoursPreview>> {
    return this.#post('hours/preview', hours);
  }

  businessSettings(): Promise<Answer<BusinessSettingsRead>> {
    return this.#get('business-settings');
  }

  setBusinessSettings(settings: BusinessSettings, basedOn: number): Promise<Answer<BusinessSettingsRead>> {
    return this.#ask('PUT', `business-settings?basedOn=${basedOn}`, settings);
  }

  notices(): Promise<Answer<NoticesRead>> {
    return this.#get('notices');
  }

  setNotices(settings: NoticeSettings): Promise<Answer<unknown>> {
    return this.#ask('PUT', 'notices', settings);
  }

  addPushDevice(subscribed: PushSubscribed): Promise<Answer<unknown>> {
    return this.#post('notices/devices', subscribed);
  }

  removePushDevice(id: string): Promise<Answer<unknown>> {
    return this.#ask('DELETE', `notices/devices/${encodeURIComponent(id)}`, undefined);
  }

  testPush(): Promise<Answer<unknown>> {
    return this.#post('notices/test', {});
  }

  setVisible(visible: boolean): Promise<Answer<unknown>> {
    return this.#post('commands/attention:set', { visible });
  }

  replies(): Promise<Answer<SavedReply[]>> {
    return this.#get('replies');
  }

  addReply(input: Omit<SavedReply, 'id'>): Promise<Answer<SavedReply>> {
    return this.#post('replies', input);
  }

  changeReply({ id, ...input }: SavedReply, basedOn: string): Promise<Answer<SavedReply>> {
    return this.#ask('PUT', based(`replies/${id}`, basedOn), input);
  }

  removeReply(id: string): Promise<Answer<unknown>> {
    return this.#ask('DELETE', `replies/${id}`, undefined);
  }

  macros(): Promise<Answer<Macro[]>> {
    return this.#get('macros');
  }

  addMacro(input: Omit<Macro, 'id'>): Promise<Answer<Macro>> {
    return this.#post('macros', input);
  }

  changeMacro({ id, ...input }: Macro, basedOn: string): Promise<Answer<Macro>> {
    return this.#ask('PUT', based(`macros/${id}`, basedOn), input);
  }

  removeMacro(id: string): Promise<Answer<unknown>> {
    return this.#ask('DELETE', `macros/${id}`, undefined);
  }

  mail(): Promise<Answer<MailState>> {
    return this.#get('mail');
  }

  setReportPlan(plan: ReportPlan, basedOn: number): Promise<Answer<MailState>> {
    return this.#ask('PUT', `mail/report?basedOn=${basedOn}`, plan);
  }

  sendTestMail(): Promise<Answer<unknown>> {
    return this.#post('mail/test', {});
  }

  retryMail(id: string): Promise<Answer<MailState>> {
    return this.#post(`mail/${encodeURIComponent(id)}/retry`, {});
  }

  addSite(name: string, origins: string[]): Promise<Answer<unknown>> {
    return this.#post('sites', { name, origins });
  }

  /** Sites, their tags and the first run: model/setup.ts and site-setup.ts know the paths. */
  ofSetup<T>(method: 'GET' | 'PUT' | 'POST' | 'DELETE', path: string, body?: unknown): Promise<Answer<T>> {
    return this.#ask(method, path, body);
  }

  sites(): Promise<Answer<SiteLine[]>> {
    return this.#get('sites');
  }

  /** Figures of any kind; the path says which, of when and of whom. */
  figures<T>(path: string): Promise<Answer<T>> {
    return this.#get(path);
  }

  find(question: FindQuestion): Promise<Answer<FoundPage>> {
    const given = Object.entries(question).map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`);
    return this.#get(`find?${given.join('&')}`);
  }

  feedback(span: Span, which: FeedbackFilter): Promise<Answer<FeedbackReport>> {
    return this.#get(`feedback?from=${span.from}&to=${span.to}&which=${which}`);
  }

  /** Of people (docs/people.md), and of services beside them (docs/services.md), which may take longer; the path says what. */
  people<T>(method: HttpQuestion['method'], path: string, body?: unknown, waiting?: Waiting): Promise<Answer<T>> {
    return this.#ask(method, path, body, waiting);
  }

  #get<T>(path: string): Promise<Answer<T>> {
    return this.#ask('GET', path, undefined);
  }

  #post<T>(path: string, body: unknown): Promise<Answer<T>> {
    return this.#ask('POST', path, body);
  }

  async #ask<T>(
    method: HttpQuestion['method'],
    path: string,
    body: unknown,
    waiting: Waiting = { timeoutMs: ACK_TIMEOUT_MS },
  ): Promise<Answer<T>> {
    const answer = await this.#http.ask({ method, path: `/api/v1/agent/${path}`, body, ...waiting });
    return isAnswer<T>(answer) ? answer : refusal('unavailable');
  }
}

function based(path: string, basedOn: string): string {
  return `${path}?basedOn=${basedOn}`;
}

function settingsPath({ kind, id }: SettingsOwner): string {
  const name = encodeURIComponent(id);
  return kind === 'site' ? `sites/${name}/settings` : `departments/${name}/hours`;
}

/** A proxy's error page is not the relay's word; a code that we do not know is (P3). */
function isAnswer<T>(given: unknown): given is Answer<T> {
  const answer = given as Partial<Answer<T>> | null | undefined;
  return answer?.ok === true || (answer?.ok === false && typeof answer.error === 'string');
}
