import type { ComponentChildren } from 'preact';
import type { Outside } from '../../model/outside.ts';
import type { Tried } from '../../model/outside-setup.ts';
import { EntryField } from '../entry-field.tsx';
import { outsideWords as words } from '../strings-of-outside.ts';
import { TriedBox } from './tried-box.tsx';

/** A key as it is typed: empty leaves what is kept; `removed` takes it away. */
export interface TypedKey {
  text: string;
  removed: boolean;
}

export const NO_KEY_TYPED: TypedKey = { text: '', removed: false };

interface Props {
  outside: Outside;
  service: 'translator' | 'assistant';
  url: string;
  onUrl(url: string): void;
  /** More of what this service needs. */
  children?: ComponentChildren;
  isWhole: boolean;
  hasKey: boolean;
  typed: TypedKey;
  onKey(typed: TypedKey): void;
  /** Its box was refused. */
  fault: string;
  tried: Tried | undefined;
  onTry(): void;
}

/** A service that may ask for a key (CS6, CS8, CS9): where it is, its key, and a try. */
export function KeyedForm(props: Props) {
  const { outside, service, url, typed, fault, tried, isWhole } = props;
  const { urlMax, keyMax } = outside.limits;
  const isAsking = tried === 'asking';
  return (
    <section class="card form" aria-labelledby={`${service}-title`}>
      <h2 id={`${service}-title`}>{words[service]}</h2>
      <p class="quiet">{words[`${service}Hint`]}</p>
      <p class="quiet">{words.leaves}</p>
      <EntryField
        label={words.url}
        of={`${service}-title`}
        hint={words[`${service}UrlHint`]}
        maxLength={urlMax}
        value={url}
        fault={fault === `${service}.url` ? words.notAllowed : null}
        onInput={props.onUrl}
      />
      {props.children}
      <EntryField
        label={words.key}
        of={`${service}-title`}
        hint={props.hasKey && !typed.removed ? words.keyKept : words.keyHint}
        type="password"
        maxLength={keyMax}
        value={typed.text}
        fault={fault === `keys.${service}` ? words.tooMuch : null}
        onInput={(text) => props.onKey({ text, removed: false })}
      />
      <div class="service-buttons">
        <button
          type="button"
          class="button button-small"
          aria-label={words.tryNamed(words[service])}
          aria-disabled={!isWhole || isAsking}
          onClick={() => isWhole && !isAsking && props.onTry()}
        >
          {isAsking ? words.trying : words.tryIt}
        </button>
        {props.hasKey && !typed.removed && (
          <button type="button" class="link-button" onClick={() => props.onKey({ text: '', removed: true })}>
            {words.keyRemove}
          </button>
        )}
      </div>
      <TriedBox name={words[service]} tried={tried} />
    </section>
  );
}
