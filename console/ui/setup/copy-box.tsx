import { useApp } from '../context.ts';
import { CopyIcon } from '../icons.tsx';
import { setupWords as words } from '../strings-of-setup.ts';

/** Text to take along. */
export function CopyBox({ name, text }: { name: string; text: string }) {
  const app = useApp();
  return (
    <div class="snippet" dir="ltr">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what is wider than the box is scrolled by keyboard, too */}
      <section class="snippet-text" tabIndex={0} aria-label={name}>
        <pre>
          <code>{text}</code>
        </pre>
      </section>
      <button
        type="button"
        class="icon-button"
        aria-label={words.copy(name)}
        title={words.copy(name)}
        onClick={() => void app.copy(text)}
      >
        <CopyIcon />
      </button>
    </div>
  );
}
