import { useEffect } from 'preact/hooks';
import type { Macro } from '../../protocol/wire/macros.ts';
import { useApp, useDesk } from './context.ts';
import { MacroForm } from './macro-form.tsx';
import { Became } from './meanwhile.tsx';
import { NotLoaded } from './not-loaded.tsx';
import { Skeleton } from './skeleton.tsx';
import { macroWords as words } from './strings-of-macros.ts';
import { useListForm } from './use-record.ts';

/** Several things at once, named (docs/composer.md). */
export function SettingsMacros() {
  const { macros, staff } = useApp();
  const { team } = useDesk();
  useEffect(() => {
    void macros.load();
    void team.load();
    if (staff.departments.state.peek().status !== 'ready') void staff.loadDepartments();
  }, [macros, staff, team]);
  const state = macros.state.value;
  const form = useListForm('macro', state === 'ready' ? macros.all.value.map(({ id }) => id) : null);
  const { open, setOpen, close } = form;
  return (
    <section class="card" aria-labelledby="macros-title">
      <h2 id="macros-title">{words.title}</h2>
      <p class="quiet">{words.hint}</p>
      {state === 'failed' && <NotLoaded text={words.failed} onRetry={() => void macros.load()} />}
      {state === 'idle' && <Skeleton rows={2} kind="rows" />}
      {state === 'ready' && macros.all.value.length === 0 && <p>{words.empty}</p>}
      <ul class="lines">
        {macros.all.value.map((macro) => (
          <li key={macro.id}>
            {open === macro.id ? (
              <MacroForm macro={macro} onClose={close} />
            ) : (
              <Line macro={macro} onEdit={() => setOpen(macro.id)} />
            )}
          </li>
        ))}
      </ul>
      <Became of={form} />
      {open === 'new' ? (
        <MacroForm macro={null} onClose={close} />
      ) : (
        <button type="button" class="button" onClick={() => setOpen('new')}>
          {words.add}
        </button>
      )}
    </section>
  );
}

function Line({ macro, onEdit }: { macro: Macro; onEdit(): void }) {
  return (
    <div class="line">
      <span class="line-name">
        <strong>
          <bdi>{macro.name}</bdi>
        </strong>
      </span>
      <span class="line-more">{macro.actions.map((one) => words.actions[one.do]).join(', ')}</span>
      <button type="button" class="button button-small" aria-label={words.edit(macro.name)} onClick={onEdit}>
        {words.edit('')}
      </button>
    </div>
  );
}
