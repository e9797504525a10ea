import type { Page } from '@playwright/test';

/** What the relay would be asked when a chat begins is answered in the page by these, one after the other; then the relay is asked. */
export async function answerInstead(page: Page, answers: object[]): Promise<void> {
  await page.addInitScript((given: object[]) => {
    window.WebSocket = class extends WebSocket {
      override send(frame: string): void {
        const [, at] = /^42\/visitor,(\d+)\["conversation:open"/.exec(frame) ?? [];
        const answer = at && given.shift();
        const told = `43/visitor,${at}[${JSON.stringify(answer)}]`;
        if (answer) queueMicrotask(() => this.dispatchEvent(new MessageEvent('message', { data: told })));
        else super.send(frame);
      }
    };
  }, answers);
}
