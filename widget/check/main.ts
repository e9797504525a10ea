import type { PageFault } from '../../protocol/wire/install.ts';
import type { DeskbellApi } from '../embed/api.ts';

/**
 * What a page finds out about its own tag, once, when an owner opened it with a mark in its address (docs/setup.md, Z7, Z8). Fetched
 * in no other case. It tells the relay the page's path, how many tags stand in it and what is wrong, and nothing of what the page shows.
 */

const SETTLE_MS = 4_000;
/** A tag that is written in late should be counted too. */
const LATE_MS = 700;
const [, mark = '', isolated] = /deskbell-check=([\w-]+)(\.frame)?/.exec(location.hash) ?? [];
const chat = window.Deskbell as DeskbellApi | undefined;
const refused: string[] = [];
const hear = ({ effectiveDirective }: SecurityPolicyViolationEvent) => refused.push(effectiveDirective);

function tagsOf(): HTMLScriptElement[] {
  return [...document.scripts].filter(({ src }) => /\/deskbell(?:-[\w-]+)?\.js(?:\?|$)/.test(src));
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
const loaded = () =>
  document.readyState === 'complete'
    ? Promise.resolve()
    : new Promise<void>((resolve) => addEventListener('load', () => resolve(), { once: true }));

/** Whether the page's policy lets it connect: what the relay answers is no matter. */
async function findRefusals(relay: string, tag: HTMLScriptElement): Promise<PageFault[]> {
  if (isolated || tag.dataset.isolate === 'true') {
    const frame = document.createElement('iframe');
    frame.hidden = true;
    frame.src = `${relay}frame/${tag.dataset.site}`;
    document.body.append(frame);
    await pause(LATE_MS);
    frame.remove();
    return refused.some((name) => /^(?:frame|child|default)-src/.test(name)) ? ['frame_blocked'] : [];
  }
  const isReached = await fetch(`${relay}check.js`, { mode: 'no-cors', credentials: 'omit' }).then(
    () => true,
    () => false,
  );
  if (!isReached) return ['connect_blocked'];
  const before = refused.length;
  await knock(`${relay.replace(/^http/, 'ws')}socket.io/?EIO=4&transport=websocket`);
  return refused.length > before ? ['socket_blocked'] : [];
}

function knock(address: string): Promise<void> {
  return new Promise((resolve) => {
    try {
      const socket = new WebSocket(address);
      for (const name of ['open', 'error', 'close']) socket.addEventListener(name, () => resolve());
      void pause(SETTLE_MS).then(() => resolve());
      socket.addEventListener('open', () => socket.close());
    } catch (error) {
      refused.push(String(error));
      resolve();
    }
  });
}

async function look(): Promise<void> {
  const [first] = tagsOf();
  if (!first || !mark) return;
  document.addEventListener('securitypolicyviolation', hear);
  const relay = new URL('.', first.src).href;
  await loaded();
  await pause(LATE_MS);
  const tags = tagsOf();
  const reason = chat?.getUnavailableReason() ?? null;
  const faults = await findRefusals(relay, first);
  if (tags.length > 1) faults.push('twice');
  if (reason !== null) faults.push(reason === 'site_missing' ? 'no_site' : 'unavailable');
  const said = JSON.stringify({ path: location.pathname, site: first.dataset.site ?? '', faults, tags: tags.length });
  await tell(`${relay}api/v1/check/${mark}`, said);
  document.removeEventListener('securitypolicyviolation', hear);
  // Who copies the address from here on does not hand the mark on.
  history.replaceState(history.state, '', location.pathname + location.search);
}

/** A page that may connect to nothing may still load scripts. */
async function tell(address: string, said: string): Promise<void> {
  try {
    await fetch(address, { method: 'POST', mode: 'no-cors', credentials: 'omit', body: said });
  } catch {
    const asScript = `${address}/told.js?said=${encodeURIComponent(said)}`;
    await import(/* @vite-ignore */ asScript);
  }
}

look().catch((error) => console.warn('Deskbell: check_failed', error));
