import { useDesk } from './context.ts';
import { shortDuration } from './format.ts';
import { serviceStrings as words } from './strings-of-service.ts';

/** My room is held for writing up, and how to say that I am done (C15). The seconds are for the eye: nobody wants them read out. */
export function WrapUpBar() {
  const { wrapUp, ticker } = useDesk();
  const until = wrapUp.until.value;
  if (until === null) return null;
  const leftMs = until - ticker.now.value;
  if (leftMs <= 0) return null;
  return (
    <div class="wrap-up" title={words.wrapUpHint}>
      <p role="status">{words.wrapUp}</p>
      <p class="wrap-up-left" aria-hidden="true">
        {words.wrapUpLeft(shortDuration(leftMs))}
      </p>
      <button type="button" class="button" onClick={() => void wrapUp.end()}>
        {words.wrapUpDone}
      </button>
    </div>
  );
}
