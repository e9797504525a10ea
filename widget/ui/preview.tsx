import type { Preview } from '../model/preview.ts';
import { handed } from './handed.ts';
import { previewStrings as words } from './preview-strings.ts';
import css from './styles/preview.css?inline';

export { css, words };

/** W38. Nothing is told before this stands there, and nothing once it is gone. */
export function createView(preview: Preview) {
  return function View() {
    handed.useLayoutEffect(() => preview.start(), []);
    const seen = preview.seen.value;
    return (
      <p class="hint previewed">
        <span role="status">{seen ? words.seen : words.unseen}</span>{' '}
        <button type="button" class="link" onClick={() => preview.allow(!seen)}>
          {seen ? words.hide : words.show}
        </button>
      </p>
    );
  };
}
