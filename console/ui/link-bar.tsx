import { useApp, useDesk } from './context.ts';
import { CheckIcon, OfflineIcon } from './icons.tsx';
import { strings } from './strings.ts';

/** One line about the connection, only while there is something to say. */
export function LinkBar() {
  const { route } = useApp();
  const link = useDesk().status.link.value;
  const said = link === 'offline' && route.value.name === 'settings' ? 'unsaved' : link;
  return (
    <div class="link-bar-place" role="status">
      {link !== 'quiet' && (
        <p class={`link-bar link-bar-${link}`}>
          {link === 'back' ? <CheckIcon size={16} /> : <OfflineIcon size={16} />}
          <span>{strings.link[said as Exclude<typeof said, 'quiet'>]}</span>
          {(link === 'outdated' || link === 'refused') && (
            <button type="button" class="button button-small" onClick={() => location.reload()}>
              {strings.link.reload}
            </button>
          )}
        </p>
      )}
    </div>
  );
}
