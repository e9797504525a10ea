import { strings } from './strings.ts';

const SVG = 'http://www.w3.org/2000/svg';
const BELL = 'M10 4v2.5M8 4h4M3.5 13.5a6.5 6.5 0 0 1 13 0zM2.5 16.5h15';
const CROSS = 'm5.5 5.5 9 9m0-9-9 9';

/** The round button. Drawn node by node: no markup strings, so that Trusted Types have nothing to refuse (W5). */
export function createLauncher(): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'launcher';
  button.setAttribute('aria-label', strings.open);
  button.setAttribute('aria-haspopup', 'dialog');
  button.setAttribute('aria-expanded', 'false');
  button.append(createIcon('bell', BELL), createIcon('cross', CROSS));
  return button;
}

/** The sentence in the launcher's place when the panel could not be fetched. */
export function createNote(): HTMLParagraphElement {
  const note = document.createElement('p');
  note.className = 'note';
  note.setAttribute('role', 'alert');
  return note;
}

function createIcon(name: string, shape: string): SVGElement {
  const icon = document.createElementNS(SVG, 'svg');
  icon.setAttribute('viewBox', '0 0 20 20');
  icon.setAttribute('class', name);
  icon.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', shape);
  icon.append(path);
  return icon;
}
