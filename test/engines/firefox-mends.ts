import type { Acts } from './firefox-acts.ts';
import { inputWith } from './firefox-input.ts';
import { insteadWith } from './firefox-instead.ts';
import { inlined, type Message, NAMES_BY_ATTRIBUTE, PUTS_IN_TEXT } from './firefox-page.ts';

/** What goes over the bridge, and how it is changed on its way (firefox-bridge.ts). */

interface Header {
  name: string;
  value: { type: 'string'; value: string };
}

/** Our own questions have numbers that Playwright does not reach. */
const OWN_FROM = 1_000_000_000;
/** Not ws: a request or an answer of an upgrade that is held back breaks the connection. */
const HELD_URLS = [{ type: 'pattern', protocol: 'http' }];
/**
 * Told by Firefox as an error of the page, and by others in no such way: a refused socket, and what a server gives to no other site.
 */
const NO_FAULT = /^(Firefox can’t establish a connection|The connection to ws|Cross-Origin Request Blocked)/;
/** What Playwright asks of every browser and page, and no story of ours looks at. Anything else that Firefox does not know is an error. */
const NOT_LOOKED_AT = /^(emulation\.setScreen(Orientation|Settings)Override|network\.addDataCollector)$/;

interface Ways {
  send(message: object): void;
  tell(message: object): void;
  acts: Acts;
}

export function mendsOf({ send, tell, acts }: Ways) {
  const methods = new Map<number, string>();
  const waiting = new Map<number, (message: Message) => void>();
  /** The top window of each world of scripts. */
  const tabs = new Map<string, string>();
  const dressing = new Map<string, Promise<unknown>>();
  let own = OWN_FROM;
  let intercept: unknown = null;
  const ask = (method: string, params: object) =>
    new Promise<Record<string, unknown>>((resolve, reject) => {
      own += 1;
      waiting.set(own, ({ type, result = {}, message }) =>
        type === 'error' ? reject(new Error(message)) : resolve(result),
      );
      send({ id: own, method, params });
    });
  const { instead, schemeOf } = insteadWith({ acts, ask, tabOf: (realm) => tabs.get(realm) });
  const input = inputWith({ acts, ask });

  function learn({ method, params = {} }: Message): void {
    const { realm, context = '', parent, userContext = '' } = params as Record<string, string | undefined>;
    if (method === 'script.realmCreated' && realm) tabs.set(realm, context);
    if (method !== 'browsingContext.contextCreated') return;
    input.opened(parent);
    if (parent) return;
    if (schemeOf(userContext) !== 'light') dressing.set(context, acts.scheme(context, schemeOf(userContext)));
  }

  return {
    async begin(): Promise<void> {
      const events = ['network.responseStarted', 'browsingContext.contextCreated', 'script.realmCreated'];
      await ask('session.subscribe', { events });
      ({ intercept } = await ask('network.addIntercept', { phases: ['responseStarted'], urlPatterns: HELD_URLS }));
      // Playwright installs its own by eval after each load: too late for a page that is quick, forbidden by one that is strict.
      for (const functionDeclaration of [PUTS_IN_TEXT, NAMES_BY_ATTRIBUTE])
        await ask('script.addPreloadScript', { functionDeclaration });
    },
    async asked(message: Message): Promise<void> {
      const { id = -1, method = '', params = {} } = message;
      const done = method === 'input.performActions' ? input.act(params) : instead(message);
      if (done) {
        const fault = (error: Error) => tell({ type: 'error', id, error: 'unknown error', message: error.message });
        return done.then((result) => tell({ type: 'success', id, result }), fault);
      }
      // Whoever asked for less motion has gone.
      if (method === 'browser.removeUserContext') await Promise.all([acts.still(false), acts.held(false)]);
      methods.set(id, method);
      const isHeld = method === 'network.addIntercept';
      send(isHeld ? { ...message, params: { urlPatterns: HELD_URLS, ...params } } : inlined(message));
    },
    async told(message: Message): Promise<void> {
      const { id = -1 } = message;
      const wanted = waiting.get(id);
      waiting.delete(id);
      if (wanted) return wanted(message);
      const method = methods.get(id) ?? '';
      methods.delete(id);
      learn(message);
      if (method === 'browsingContext.create') await dressing.get(String(message.result?.context));
      if (message.type === 'error' && message.error === 'unknown command' && NOT_LOOKED_AT.test(method))
        return tell({ type: 'success', id, result: {} });
      if (message.method === 'log.entryAdded' && NO_FAULT.test(String(message.params?.text))) return;
      tell(message.method === 'network.responseStarted' ? letGo(message, intercept, ask) : message);
    },
  };
}

/** Lets an answer go on; a policy for scripts also allows eval, which Playwright's helpers need, and nothing else. */
function letGo(
  message: Message,
  intercept: unknown,
  ask: (method: string, params: object) => Promise<unknown>,
): Message {
  const { isBlocked, intercepts, request, response, ...rest } = message.params as {
    isBlocked: boolean;
    intercepts?: unknown[];
    request: { request: string };
    response: { headers: Header[] };
  };
  if (!isBlocked || !intercepts?.includes(intercept)) return message;
  const headers = response.headers.map(withEval);
  const isChanged = headers.some((header, index) => header !== response.headers[index]);
  const go = { request: request.request, ...(isChanged ? { headers } : {}) };
  // Gone with its page, where it was left meanwhile.
  ask('network.continueResponse', go).catch(() => {});
  return { ...message, params: { ...rest, isBlocked: false, request, response } };
}

function withEval(header: Header): Header {
  if (header.name.toLowerCase() !== 'content-security-policy') return header;
  const value = header.value.value.replace(/script-src(?!-)/, "script-src 'unsafe-eval'");
  return { ...header, value: { ...header.value, value } };
}
