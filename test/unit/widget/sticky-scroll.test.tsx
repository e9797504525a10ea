import { act, cleanup, render } from '@testing-library/preact';
import { afterEach, expect, test } from 'vitest';
import { useStickyScroll } from '../../../widget/ui/use-sticky-scroll.ts';

afterEach(cleanup);

/** A log of a height that a page would have worked out. */
function showLog() {
  const size = { scrollHeight: 1_000, clientHeight: 400 };
  function Log({ mark }: { mark: string }) {
    const { element, behind, onScroll } = useStickyScroll(mark, false, 1, false);
    return (
      <div class="log" ref={element} onScroll={onScroll} data-behind={behind}>
        <p class="event">{mark}</p>
      </div>
    );
  }
  const { container, rerender } = render(<Log mark="one" />);
  const log = container.querySelector('.log') as HTMLElement;
  for (const name of ['scrollHeight', 'clientHeight'] as const)
    Object.defineProperty(log, name, { get: () => size[name] });
  const scrollTo = (top: number) => {
    log.scrollTop = top;
    void act(() => void log.dispatchEvent(new Event('scroll')));
  };
  const say = (mark: string) => {
    size.scrollHeight += 100;
    rerender(<Log mark={mark} />);
  };
  return { log, size, scrollTo, say };
}

test('W13: a line that takes room in the turn in which the view came to its end takes it from nobody’s place', () => {
  const { log, size, scrollTo, say } = showLog();
  scrollTo(600);
  // The notice stands there when the browser tells that the view was scrolled.
  size.clientHeight = 350;
  scrollTo(600);
  say('two');
  expect(log.scrollTop).toBe(1_100);
  expect(log.dataset.behind).toBe('false');
});

test('W13: whoever went up stays there, going down a little does not lead to the end, and the end does', () => {
  const { log, scrollTo, say } = showLog();
  scrollTo(600);
  scrollTo(300);
  say('two');
  expect(log.scrollTop).toBe(300);
  expect(log.dataset.behind).toBe('true');
  scrollTo(400);
  say('three');
  expect(log.scrollTop).toBe(400);
  scrollTo(800);
  expect(log.dataset.behind).toBe('false');
  say('four');
  expect(log.scrollTop).toBe(1_300);
});
