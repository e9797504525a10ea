import type { ComponentChildren } from 'preact';

/** `label`: its name; `titleId`: the id of the title that names it. */
type Props = { children: ComponentChildren } & ({ label: string } | { titleId: string });

/** A table that may be wider than the page: it scrolls by itself, also by keyboard. */
export function TableScroll({ children, ...name }: Props) {
  const named = 'label' in name ? { 'aria-label': name.label } : { 'aria-labelledby': name.titleId };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
    <section class="table-scroll" tabIndex={0} {...named}>
      {children}
    </section>
  );
}
