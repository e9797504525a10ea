import { OPEN } from './strings.ts';

const SVG = 'http://www.w3.org/2000/svg';

export const describe = <Kind extends Element>(element: Kind, attributes: Record<string, string>): Kind => {
  for (const name in attributes) element.setAttribute(name, attributes[name] as string);
  return element;
};

/** The round button. Drawn node by node: no markup strings, so that Trusted Types have nothing to refuse (W5). */
export const createLauncher = (name = OPEN): HTMLButtonElement => {
  const draw = (shape: string, attributes: Record<string, string>) =>
    describe(document.createElementNS(SVG, shape), attributes);
  // What stands in a button is nothing to assistive technology beside its name.
  const icon = draw('svg', { viewBox: '0 0 20 20' });
  const button = describe(document.createElement('button'), {
    ...{ class: 'launcher', 'aria-label': name, 'aria-haspopup': 'dialog', 'aria-expanded': 'false' },
  });
  icon.append(draw('path', { d: 'M10 4v2.5M8 4h4M3.5 13.5a6.5 6.5 0 0 1 13 0zM2.5 16.5h15' }));
  button.append(icon);
  return button;
};
