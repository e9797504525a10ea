import type { ComponentChildren } from 'preact';

interface Props {
  icon: ComponentChildren;
  title: string;
  hint?: string;
  children?: ComponentChildren;
}

/** What stands where nothing is, or where something went wrong: a sentence, and the next step if there is one. */
export function Empty({ icon, title, hint, children }: Props) {
  return (
    <div class="empty">
      <span class="empty-icon">{icon}</span>
      <p class="empty-title">{title}</p>
      {hint && <p class="empty-hint">{hint}</p>}
      {children}
    </div>
  );
}
