/** Runs in the page of the widget's states: which panel leaves the window, scrolls sideways, or cuts what is pressed or written in. */
export function findCut(): string[] {
  const faults: string[] = [];
  const isIn = (at: number, size: number, from: number, to: number) => at >= from - 1 && at + size <= to + 1;
  const nameOf = (one: Element) => (one.getAttribute('aria-label') ?? one.textContent ?? '').trim().slice(0, 30);

  function look(state: string, panel: HTMLElement): void {
    const say = (what: string, one: Element) =>
      faults.push(`${state}: ${what}: ${one.tagName.toLowerCase()}.${one.className} ${nameOf(one)}`);
    const { x, y, width, height } = panel.getBoundingClientRect();
    if (width < 200 || height < 200) say('the panel is not drawn', panel);
    if (!isIn(x, width, 0, innerWidth) || !isIn(y, height, 0, innerHeight)) say('the panel leaves the window', panel);
    for (const part of [panel, ...panel.querySelectorAll<HTMLElement>('.log, .bottom')])
      if (part.scrollWidth > part.clientWidth + 1) say('it scrolls sideways', part);
    for (const one of panel.querySelectorAll<HTMLElement>('button, a, input, textarea, select')) {
      const box = one.getBoundingClientRect();
      // What only a screen reader meets.
      if (box.width <= 1 || box.height <= 1) continue;
      const style = getComputedStyle(one);
      if (one.matches('button') && style.textOverflow !== 'ellipsis' && one.scrollWidth > one.clientWidth + 1)
        say('its words are wider than it', one);
      for (let at = one.parentElement; at; at = at === panel ? null : at.parentElement) {
        const { overflowX, overflowY } = getComputedStyle(at);
        if (overflowX === 'visible' && overflowY === 'visible' && at !== panel) continue;
        const clip = at.getBoundingClientRect();
        if (!isIn(box.x, box.width, clip.left, clip.right)) say('it is cut at a side', one);
        // Above or below of what scrolls is no fault.
        if (/auto|scroll/.test(overflowY)) break;
        if (!isIn(box.y, box.height, clip.top, clip.bottom)) say('it is cut above or below', one);
      }
    }
  }

  for (const host of document.querySelectorAll('deskbell-chat')) {
    const panel = host.shadowRoot?.querySelector<HTMLElement>('.panel');
    const state = host.closest('section')?.id ?? '';
    if (panel) look(state, panel);
    else faults.push(`${state}: no panel`);
  }
  return faults;
}
