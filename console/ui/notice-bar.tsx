import { useApp } from './context.ts';
import { CloseIcon } from './icons.tsx';
import { strings } from './strings.ts';

/** What a press did or could not do; leaves by itself. */
export function NoticeBar() {
  const { notice } = useApp();
  const name = notice.current.value;
  return (
    <div class="notice-place" role="status">
      {name && (
        <p class="notice">
          {strings.notices[name]}
          <button type="button" class="icon-button" aria-label={strings.dismiss} onClick={() => notice.hide()}>
            <CloseIcon size={16} />
          </button>
        </p>
      )}
    </div>
  );
}
