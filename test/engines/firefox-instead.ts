import { type Acts, actFor } from './firefox-acts.ts';
import { FRAMES, type Message, wordIn } from './firefox-page.ts';

/** What Playwright asks of Firefox and its extended-support release has no word for in WebDriver BiDi: done in another way (decision 0316). */

interface Parts {
  acts: Acts;
  ask(method: string, params: object): Promise<Record<string, unknown>>;
  /** The top window of a world of scripts. */
  tabOf(realm: string): string | undefined;
}

export function insteadWith({ acts, ask, tabOf }: Parts) {
  /** What each person's windows are drawn as, where it is not light. */
  const schemes = new Map<string, string>();

  async function drawAs(params: object): Promise<object> {
    const { features, contexts, userContexts } = params as {
      features: Record<string, string | undefined>;
      contexts?: string[];
      userContexts?: string[];
    };
    const scheme = features['prefers-color-scheme'] ?? 'none';
    for (const one of userContexts ?? []) schemes.set(one, scheme);
    if (contexts?.[0]) await acts.scheme(contexts[0], scheme);
    return {};
  }

  /** The element that a frame stands in. */
  async function elementOf(frame: string, context: string): Promise<object> {
    const how = { target: { context, sandbox: 'deskbell bridge' }, awaitPromise: false };
    const { result } = await ask('script.callFunction', { functionDeclaration: FRAMES, ...how });
    const pairs = (result as { value: { value: [object, { value: { context: string } }] }[] }).value;
    return { nodes: pairs.flatMap(({ value: [node, window] }) => (window.value.context === frame ? [node] : [])) };
  }

  /** What is to be answered, once it is done; undefined where Firefox itself can answer. */
  function instead(message: Message): Promise<object> | undefined {
    const { params = {}, method } = message;
    if (method === 'emulation.setNetworkConditions') return acts.offline(params.networkConditions !== null);
    // Only later releases know it, and what is saved goes into one folder in all of them (firefox-acts.ts).
    if (method === 'browser.setDownloadBehavior') return Promise.resolve({});
    if (method === 'emulation.setLocaleOverride') return acts.language(String(params.locale));
    if (method === 'emulation.setMediaFeaturesOverride') return drawAs(params);
    const { locator, context } = params as { locator?: { type: string; value: { context: string } }; context: string };
    if (method === 'browsingContext.locateNodes' && locator?.type === 'context')
      return elementOf(locator.value.context, context);
    const said = wordIn(message);
    const act = actFor(said.word, acts);
    const tab = said.context ?? tabOf(said.realm);
    return act && tab ? act(tab).then((result) => ({ type: 'success', realm: said.realm, result })) : undefined;
  }

  return { instead, schemeOf: (userContext: string) => schemes.get(userContext) ?? 'light' };
}
