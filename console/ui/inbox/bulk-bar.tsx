import { useState } from 'preact/hooks';
import type { ErrorCode } from '../../../protocol/wire/errors.ts';
import type { BulkAct } from '../../../protocol/wire/inbox.ts';
import { useDesk } from '../context.ts';

import { Menu } from '../menu.tsx';
import { bulkWords as texts } from '../strings-of-bulk.ts';
import { BulkDialog } from './bulk-dialog.tsx';

const ACTS = ['take', 'ask', 'return', 'move', 'tag', 'snooze', 'close'] as const satisfies readonly BulkAct['do'][];

/** What is chosen and what can be done with it; afterwards what became of it (U8). */
export function BulkBar() {
  const desk = useDesk();
  const { selection, bulk, listed } = desk.lists;
  const [act, setAct] = useState<BulkAct['do'] | null>(null);
  const count = selection.count.value;
  const progress = bulk.progress.value;
  const all = listed.value.length;
  return (
    <section class="bulk" aria-label={texts.label}>
      <div class="bulk-said" role="status">
        {progress && <span>{texts.running(progress.asked, progress.total)}</span>}
        {!progress && count > 0 && <strong>{texts.chosen(count)}</strong>}
        {!progress && <Result />}
      </div>
      {progress && (
        <button type="button" class="button button-small" onClick={() => bulk.stop()}>
          {texts.stop}
        </button>
      )}
      {!progress && count > 0 && (
        <div class="bulk-tools">
          {count < all && (
            <button type="button" class="link-button" onClick={() => selection.all()}>
              {texts.all(all)}
            </button>
          )}
          <button type="button" class="link-button" onClick={() => selection.clear()}>
            {texts.clear}
          </button>
          {desk.may('conversation:serve') && (
            <span class="menu-place">
              <Menu
                label={texts.acts}
                buttonClass="button button-small"
                choices={ACTS.map((one) => ({ name: texts[one], onChoose: () => setAct(one) }))}
              >
                {texts.short}
              </Menu>
            </span>
          )}
        </div>
      )}
      {act && <BulkDialog act={act} onClose={() => setAct(null)} />}
    </section>
  );
}

function Result() {
  const { bulk } = useDesk().lists;
  const result = bulk.result.value;
  if (!result) return null;
  const refused = [...result.refused].map(([error, ids]) => texts.refused(ids.length, whyOf(error)));
  return (
    <span class="bulk-result">
      <span>
        {[
          ...(result.done.length > 0 || refused.length === 0 ? [texts.done(result.done.length)] : []),
          ...refused,
          ...(result.left > 0 ? [texts.left(result.left)] : []),
        ].join(' ')}
      </span>
      {result.act.do === 'tag' && result.done.length > 0 && (
        <button type="button" class="link-button" onClick={() => void bulk.undo()}>
          {texts.undo}
        </button>
      )}
      <button type="button" class="link-button" onClick={() => bulk.forget()}>
        {texts.ok}
      </button>
    </span>
  );
}

function whyOf(error: ErrorCode): string {
  const { why } = texts;
  return error in why ? why[error as keyof typeof why] : why.other;
}
