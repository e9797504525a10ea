import { type Answer, ERRORS, refusal } from '../../protocol/wire/errors.ts';
import { ACK_TIMEOUT_MS } from '../../protocol/wire/limits.ts';
import type { AgentProfile } from '../../protocol/wire/model.ts';
import type { EpisodeLine, Report } from '../../protocol/wire/report.ts';
import type { EpisodeFilter, Span } from './periods.ts';
import type { Http } from './ports.ts';

export interface SiteLine {
  key: string;
  name: string;
  origins: string[];
  /** The one line that owners put on their pages. */
  snippet: string;
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

  sites(): Promise<Answer<SiteLine[]>> {
    return this.#get('sites');
  }

  report(span: Span): Promise<Answer<Report>> {
    return this.#get(`reports/summary?from=${span.from}&to=${span.to}`);
  }

  episodes(span: Span, which: EpisodeFilter): Promise<Answer<EpisodeLine[]>> {
    return this.#get(`reports/episodes?from=${span.from}&to=${span.to}&which=${which}`);
  }

  #get<T>(path: string): Promise<Answer<T>> {
    return this.#ask('GET', path, undefined);
  }

  #post<T>(path: string, body: unknown): Promise<Answer<T>> {
    return this.#ask('POST', path, body);
  }

  async #ask<T>(method: 'GET' | 'POST', path: string, body: unknown): Promise<Answer<T>> {
    const answer = await this.#http.ask({ method, path: `/api/v1/agent/${path}`, body, timeoutMs: ACK_TIMEOUT_MS });
    return isAnswer<T>(answer) ? answer : refusal('unavailable');
  }
}

/** A proxy's error page is not the relay's word. */
function isAnswer<T>(given: unknown): given is Answer<T> {
  const answer = given as Partial<Answer<T>> | null | undefined;
  return answer?.ok === true || (answer?.ok === false && answer.error !== undefined && answer.error in ERRORS);
}
