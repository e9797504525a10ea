import type { PanelPlace } from '../../../protocol/wire/outside.ts';
import type { Outside } from '../../model/outside.ts';
import type { OutsideSetup } from '../../model/outside-setup.ts';
import { EntryField } from '../entry-field.tsx';
import { outsideWords as words } from '../strings-of-outside.ts';
import { TriedBox } from './tried-box.tsx';

interface Props {
  outside: Outside;
  setup: OutsideSetup;
  panels: PanelPlace[];
  /** Of the settings that were refused: which part was. */
  field: string;
  onChange(panels: PanelPlace[]): void;
}

/** Systems that know customers (CS3). */
export function PanelForm({ outside, setup, panels, field, onChange }: Props) {
  const { panelsMax } = outside.limits;
  return (
    <section class="card form" aria-labelledby="panels-title">
      <h2 id="panels-title">{words.panels}</h2>
      <p class="quiet">{words.panelsHint(panelsMax)}</p>
      <p class="quiet">{words.panelsTold}</p>
      {panels.length === 0 && <p>{words.noPanels}</p>}
      {panels.map((panel, at) => (
        <OnePanel
          key={panel.id}
          {...{ outside, setup, panel }}
          fault={field.startsWith(`panels.${at}.`) ? (field.split('.').at(-1) ?? '') : ''}
          onChange={(part) => onChange(panels.map((one) => (one.id === panel.id ? { ...one, ...part } : one)))}
          onRemove={() => onChange(panels.filter((one) => one.id !== panel.id))}
        />
      ))}
      {panels.length < panelsMax && (
        <div>
          <button
            type="button"
            class="button button-small"
            onClick={() => onChange([...panels, { id: freshId(panels), title: '', url: '' }])}
          >
            {words.add}
          </button>
        </div>
      )}
    </section>
  );
}

interface OneProps {
  outside: Outside;
  setup: OutsideSetup;
  panel: PanelPlace;
  fault: string;
  onChange(part: Partial<PanelPlace>): void;
  onRemove(): void;
}

function OnePanel({ outside, setup, panel, fault, onChange, onRemove }: OneProps) {
  const { titleMax, urlMax } = outside.limits;
  const tried = setup.tries.value.get(panel.id);
  const name = panel.title.trim() || '…';
  const isWhole = panel.title.trim() !== '' && panel.url.trim() !== '';
  return (
    <fieldset class="subset form" aria-label={words.panelNamed(name)}>
      <EntryField
        label={words.panelTitle}
        required
        maxLength={titleMax}
        value={panel.title}
        fault={fault === 'title' ? words.tooMuch : null}
        onInput={(title) => onChange({ title })}
      />
      <EntryField
        label={words.panelUrl}
        hint={words.panelUrlHint}
        required
        maxLength={urlMax}
        value={panel.url}
        fault={fault === 'url' ? words.notAllowed : null}
        onInput={(url) => onChange({ url })}
      />
      <div class="service-buttons">
        <button
          type="button"
          class="button button-small"
          aria-label={words.tryNamed(name)}
          aria-disabled={!isWhole || tried === 'asking'}
          onClick={() => isWhole && tried !== 'asking' && void setup.tryPanel(panel)}
        >
          {tried === 'asking' ? words.trying : words.tryIt}
        </button>
        <button type="button" class="link-button" onClick={onRemove}>
          {words.remove(name)}
        </button>
      </div>
      <TriedBox name={name} tried={tried} />
    </fieldset>
  );
}

/** Stands in the question that the system is asked, so it stays what it was. */
function freshId(panels: readonly PanelPlace[]): string {
  let number = panels.length + 1;
  while (panels.some(({ id }) => id === `panel-${number}`)) number += 1;
  return `panel-${number}`;
}
