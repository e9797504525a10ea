import { useState } from 'preact/hooks';
import type { OutsideSetup } from '../../model/outside-setup.ts';
import { outsideWords as words } from '../strings-of-outside.ts';
import { CopyBox } from './copy-box.tsx';

/** CS5: what questions are signed with; told when somebody asks for it, and not before. */
export function SigningSecret({ setup }: { setup: OutsideSetup }) {
  const [asks, ask] = useState(false);
  const secret = setup.secret.value;
  const renew = () => {
    ask(false);
    void setup.showSecret(true);
  };
  return (
    <section class="card form">
      <h2>{words.secret}</h2>
      <p class="quiet">{words.secretHint}</p>
      {secret !== null && <CopyBox name={words.secret} text={secret} />}
      <div class="service-buttons">
        <button
          type="button"
          class="button button-small"
          onClick={() => (secret === null ? void setup.showSecret(false) : setup.hideSecret())}
        >
          {secret === null ? words.show : words.hide}
        </button>
        {secret !== null && !asks && (
          <button type="button" class="link-button" onClick={() => ask(true)}>
            {words.renew}
          </button>
        )}
      </div>
      {asks && (
        <div class="save-row">
          <p>{words.renewAsk}</p>
          <button type="button" class="button button-danger" onClick={renew}>
            {words.renewYes}
          </button>
          <button type="button" class="button" ref={(node) => node?.focus()} onClick={() => ask(false)}>
            {words.keep}
          </button>
        </div>
      )}
    </section>
  );
}
