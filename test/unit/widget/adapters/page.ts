import { vi } from 'vitest';
import type { DeskbellState } from '../../../../widget/embed/api.ts';

/** A page of another product's customer: its snippets run as they stand, then the adapter comes, then Deskbell. */
export interface OldPage {
  /** What was said to Deskbell so far, without who listens. */
  calls(): unknown[][];
  /** Everything, in order. */
  all(): unknown[][];
  /** Deskbell tells its event to whoever listens. */
  tell(name: string, detail?: unknown): void;
  /** Deskbell is there, in this state. */
  arrive(state?: Partial<DeskbellState>): void;
  notices(): string[];
}

const HOLDERS = ['Deskbell', 'Intercom', 'intercomSettings', '$crisp', 'CRISP_WEBSITE_ID', 'CRISP_READY_TRIGGER'];
const MORE = ['CRISP_TOKEN_ID', 'CRISP_RUNTIME_CONFIG', 'Tawk_API', '$chatwoot', 'chatwootSDK', 'chatwootSettings'];

export function run(snippet: string): void {
  // As a classic script: its names become the window's.
  new Function(snippet.replace(/^\s*var (\w+)/gm, 'window.$1'))();
}

export async function openOldPage(
  adapter: string,
  { snippet = '', tag }: { snippet?: string; tag?: Record<string, string> } = {},
): Promise<OldPage> {
  const page = window as unknown as Record<string, unknown>;
  for (const name of [...HOLDERS, ...MORE]) delete page[name];
  document.head.replaceChildren();
  vi.resetModules();
  const info = vi.spyOn(console, 'info').mockImplementation(() => {});
  info.mockClear();
  run(snippet);
  const script = document.createElement('script');
  Object.assign(script.dataset, tag);
  // The type keeps it from being asked for.
  Object.assign(script, { type: 'text/plain', src: `https://chat.example/adapters/${adapter}.js` });
  Object.defineProperty(document, 'currentScript', { value: script, configurable: true });
  await import(`../../../../widget/adapters/${adapter}.ts`);
  Reflect.deleteProperty(document, 'currentScript');
  const queue = () => (page.Deskbell as { q?: unknown[][] } | undefined)?.q ?? [];
  let arrived: unknown[][] | undefined;
  const all = () => arrived ?? queue();
  return {
    all,
    calls: () => all().filter(([verb]) => verb !== 'on'),
    tell(name, detail) {
      for (const [verb, of, hear] of [...all()])
        if (verb === 'on' && of === name) (hear as (detail: unknown) => void)(detail);
    },
    arrive(state = {}) {
      const before = queue();
      arrived = [...before];
      const now: DeskbellState = {
        ...{ open: false, visible: true, unread: 0, conversation: 'none', available: null, agent: null },
        ...state,
      };
      page.Deskbell = Object.assign((...call: unknown[]) => arrived?.push(call), { getState: () => now, open() {} });
    },
    notices: () => info.mock.calls.map(([text]) => String(text)),
  };
}
