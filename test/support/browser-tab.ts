/** One window of a browser by W3C WebDriver, however it is spoken to. */
export interface BrowserTab {
  go(url: string): Promise<void>;
  back(): Promise<void>;
  /** A function in the page, which knows nothing but what it is given; its answer must be made of what JSON has. */
  ask<Given extends unknown[], T>(fn: (...given: Given) => T, ...given: Given): Promise<Awaited<T>>;
  /** Again and again until it says true; what it does not is in the message. */
  until<Given extends unknown[]>(fn: (...given: Given) => boolean | undefined, ...given: Given): Promise<void>;
  keys(text: string): Promise<void>;
  /** Presses there, px from the corner of the window of the frame that is asked. */
  press(x: number, y: number): Promise<void>;
  close(): Promise<void>;
}

/** Wide: all states of the panel are drawn at once, on a machine that has other work as well. */
export const WAIT_MS_MAX = 90_000;
/** What the compiler adds to a function with names in it, and a page does not have. */
export const PAGE_SIDE = 'const __name = (one) => one;';

type Tell = (what: 'run' | 'act', how: object) => Promise<unknown>;

/** What all browsers are told in the same words. */
export function pageOf(tell: Tell): Pick<BrowserTab, 'ask' | 'until' | 'keys' | 'press'> {
  const act = async (type: string, actions: object[]) =>
    void (await tell('act', { actions: [{ type, id: type, actions }] }));
  // As text: what a page hangs on to all objects would be taken for a part of them.
  const ask: BrowserTab['ask'] = async (fn, ...args) => {
    const said = await tell('run', { script: `${PAGE_SIDE} return JSON.stringify((${fn})(...arguments))`, args });
    return (said === null || said === undefined ? undefined : JSON.parse(String(said))) as never;
  };
  return {
    ask,
    async until(fn, ...given) {
      const late = Date.now() + WAIT_MS_MAX;
      while ((await ask(fn, ...given)) !== true)
        if (Date.now() > late) throw new Error(`It never became so: ${fn} of ${JSON.stringify(given)}`);
    },
    keys: (text) =>
      act(
        'key',
        [...text].flatMap((value) => [
          { type: 'keyDown', value },
          { type: 'keyUp', value },
        ]),
      ),
    press: (x, y) =>
      act('pointer', [
        { type: 'pointerMove', duration: 0, x: Math.round(x), y: Math.round(y) },
        { type: 'pointerDown', button: 0 },
        { type: 'pointerUp', button: 0 },
      ]),
  };
}
