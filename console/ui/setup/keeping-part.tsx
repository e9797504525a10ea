import { useLayoutEffect } from 'preact/hooks';
import type { SettingsDraft } from '../../model/settings-draft.ts';
import { Check } from '../check.tsx';
import { useApp } from '../context.ts';
import { EntryField } from '../entry-field.tsx';
import { keepingWords } from '../strings-of-keeping.ts';
import { faultOf, idOf } from '../use-fault.ts';

type Rule = SettingsDraft['draft']['value']['keeping'];

/** J13: how long is kept what was said and bought, and what would go if it held now. */
export function Keeping({ draft }: { draft: SettingsDraft }) {
  const words = keepingWords;
  const { keepingLook: look } = useApp().service;
  const { keeping } = draft.draft.value;
  const { daysMax } = look;
  const fault = faultOf(draft);
  const set = (part: Partial<Rule>) => draft.change({ keeping: { ...keeping, ...part } });
  useLayoutEffect(() => look.ask(draft.of.id, keeping), [look, draft, keeping]);
  const box = (name: 'conversationDays' | 'orderDays', label: string, hint: string) => (
    <EntryField
      id={idOf(`keeping.${name}`)}
      {...{ label, hint }}
      type="number"
      min={1}
      max={daysMax}
      value={keeping[name] === null ? '' : String(keeping[name])}
      onInput={(text) => set({ [name]: text.trim() === '' ? null : Number(text) })}
      fault={fault === `keeping.${name}` ? words.wrong(daysMax) : null}
    />
  );
  return (
    <section class="card form" aria-labelledby="private-keeping">
      <h2 id="private-keeping">{words.title}</h2>
      <p class="quiet">{words.hint}</p>
      {box('conversationDays', words.conversations, words.conversationsHint(daysMax))}
      <Check checked={keeping.people} onChange={(people) => set({ people })} hint={words.peopleHint}>
        {words.people}
      </Check>
      {box('orderDays', words.orders, words.ordersHint(daysMax))}
      <Check
        checked={keeping.visitorsErase !== false}
        onChange={(visitorsErase) => set({ visitorsErase })}
        hint={words.visitorsEraseHint}
      >
        {words.visitorsErase}
      </Check>
      <Check
        checked={keeping.masksCards === true}
        onChange={(masksCards) => set({ masksCards })}
        hint={words.masksCardsHint}
      >
        {words.masksCards}
      </Check>
      {!draft.mine.value.includes('keeping') && <Counted />}
    </section>
  );
}

/** Said while it is written, beside the button, and read out: after the save there is no way back. */
export function KeepingOutlook({ draft }: { draft: SettingsDraft }) {
  return <div role="status">{draft.mine.value.includes('keeping') && <Counted changed />}</div>;
}

function Counted({ changed }: { changed?: boolean }) {
  const words = keepingWords;
  const { preview, failed } = useApp().service.keepingLook;
  const found = preview.value;
  return (
    <>
      {failed.value && <p class="quiet">{words.unknown}</p>}
      {found && (
        <p class={changed && found.conversations + found.orders > 0 ? 'problem' : 'quiet'}>
          {words.outlook(
            words.amount(found.conversations, found.countedTo),
            words.amount(found.orders, found.countedTo),
          )}
          {changed && <> {words.noWayBack}</>}
        </p>
      )}
    </>
  );
}
