import { useApp, useDesk } from './context.ts';
import { AlertIcon } from './icons.tsx';
import { strings } from './strings.ts';

/** Messages that wait for the person's word stand in their conversation; this leads there from everywhere else. */
export function UnsentBar() {
  const app = useApp();
  const { conversationId, count } = useDesk().undecided.value;
  return (
    <div class="link-bar-place" role="status">
      {conversationId !== null && (
        <p class="link-bar">
          <AlertIcon size={16} />
          <span>{strings.unsent.words(count)}</span>
          <a class="button button-small" href={app.hrefOf({ name: 'inbox', conversationId })}>
            {strings.unsent.show}
          </a>
        </p>
      )}
    </div>
  );
}
