import { useId, useState } from 'preact/hooks';
import type { KeptView } from '../../model/saved-views.ts';
import { useDesk } from '../context.ts';
import { Dialog } from '../dialog.tsx';
import { inboxWords as words } from '../strings-of-inbox.ts';
import { DownIcon, UpIcon } from './list-icons.tsx';

/** Names the list that is on the screen, or changes, moves and removes a saved one (U6). */
export function ViewDialog() {
  const { lists } = useDesk();
  const { views } = lists;
  const view = lists.editing.value?.view ?? null;
  const [name, setName] = useState(view?.name ?? '');
  const [shared, setShared] = useState(view?.shared ?? false);
  const [replaces, setReplaces] = useState(false);
  const [failed, setFailed] = useState(false);
  const close = () => {
    lists.editing.value = null;
  };
  const end = async (doing: Promise<boolean>) => {
    const done = await doing;
    setFailed(!done);
    if (done) close();
  };
  const save = () => {
    const place = view && !replaces ? view.at : lists.place.peek();
    return end(views.save({ ...(view ? { id: view.id } : {}), name: name.trim(), shared }, place));
  };
  const { view: texts } = words;
  return (
    <Dialog title={view ? texts.change : texts.new} onClose={close}>
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <NameBox value={name} invalid={failed} onInput={setName} />
        {views.mayShare ? (
          <Tick label={texts.share} checked={shared} onChange={setShared} />
        ) : (
          <p class="quiet">{texts.mayNot}</p>
        )}
        {view && <Tick label={texts.replace} checked={replaces} onChange={setReplaces} />}
        {failed && (
          <p class="problem" role="alert">
            {texts.failed}
          </p>
        )}
        <p class="dialog-actions">
          <button type="submit" class="button button-primary" aria-disabled={views.busy.value}>
            {texts.save}
          </button>
          {view ? (
            <Moves view={view} onRemove={() => void end(views.remove(view.id))} />
          ) : (
            <button type="button" class="button" onClick={close}>
              {texts.cancel}
            </button>
          )}
        </p>
      </form>
    </Dialog>
  );
}

function Moves({ view, onRemove }: { view: KeptView; onRemove(): void }) {
  const { views } = useDesk().lists;
  const { view: texts } = words;
  const [up, down] = [texts.up(view.name), texts.down(view.name)];
  return (
    <>
      <button type="button" class="button button-danger" onClick={onRemove}>
        {texts.remove}
      </button>
      <button type="button" class="icon-button" aria-label={up} title={up} onClick={() => void views.move(view, -1)}>
        <UpIcon />
      </button>
      <button type="button" class="icon-button" aria-label={down} title={down} onClick={() => void views.move(view, 1)}>
        <DownIcon />
      </button>
    </>
  );
}

function Tick({ label, checked, onChange }: { label: string; checked: boolean; onChange(checked: boolean): void }) {
  return (
    <label class="check">
      <input type="checkbox" checked={checked} onChange={(event) => onChange(event.currentTarget.checked)} />
      {label}
    </label>
  );
}

function NameBox({ value, invalid, onInput }: { value: string; invalid: boolean; onInput(name: string): void }) {
  const { nameMax } = useDesk().lists.views;
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{words.view.name}</label>
      <input
        id={id}
        value={value}
        maxLength={nameMax}
        dir="auto"
        required
        autocomplete="off"
        aria-invalid={invalid}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
    </div>
  );
}
