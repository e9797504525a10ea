import { strings } from './strings.ts';

const SVG = 'http://www.w3.org/2000/svg';

/** The round button. Drawn node by node: no markup strings, so that Trusted Types have nothing to refuse (W5). */
export function createLauncher(name = strings.open): HTMLButtonElement {
  const button = document.createElement('button');
  button.className = 'launcher';
  const path = describe(document.createElementNS(SVG, 'path'), {
    d: 'M10 4v2.5M8 4h4M3.5 13.5a6.5 6.5 0 0 1 13 0zM2.5 16.5h15',
  });
  const icon = describe(document.createElementNS(SVG, 'svg'), {
    viewBox: '0 0 20 20',

    'aria-hidden': 'true',
  });
  icon.append(path);
  button.append(icon);
  return describe(button, { 'aria-label': name, 'aria-haspopup': 'dialog', 'aria-expanded': 'false' });
}

/** The sentence in the launcher's place when the panel could not be fetched. */
export function createNote(): HTMLParagraphElement {
  return describe(document.createElement('p'), { class: 'note', role: 'alert' });
}

function describe<Kind extends Element>(element: Kind, attributes: Record<string, string>): Kind {
  for (const name in attributes) element.setAttribute(name, attributes[name] as string);
  return element;
}
