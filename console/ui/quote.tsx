import type { Thread } from '../model/thread.ts';
import type { Quote } from '../model/thread-items.ts';
import { CloseIcon } from './icons.tsx';
import { messageWords as words } from './strings-of-messages.ts';

function nameOf({ mine, author, agentName }: Quote): string {
  if (mine) return words.yourself;
  return author === 'visitor' ? words.visitor : (agentName ?? words.team);
}

const textOf = ({ body }: Quote) => (body === '' ? words.removed : body);

/** Above a message: what it answers; a press leads there. */
export function QuoteLink({ quote, onQuote }: { quote: Quote; onQuote: ((seq: number) => void) | undefined }) {
  const said = (
    <>
      <span class="quote-name">{words.answers(nameOf(quote))}</span>
      <span class="quote-text" dir="auto">
        {textOf(quote)}
      </span>
    </>
  );
  if (!onQuote) return <div class="quote">{said}</div>;
  return (
    <button type="button" class="quote" title={words.goThere} onClick={() => onQuote(quote.seq)}>
      {said}
    </button>
  );
}

/** Above the box: what the answer in it answers. */
export function QuoteBar({ thread }: { thread: Thread }) {
  const quote = thread.quoted.value;
  if (!quote) return null;
  return (
    <div class="quote-bar" role="status">
      <div class="quote">
        <span class="quote-name">{words.quoting(nameOf(quote))}</span>
        <span class="quote-text" dir="auto">
          {textOf(quote)}
        </span>
      </div>
      <button
        type="button"
        class="icon-button"
        aria-label={words.quoteStop}
        title={words.quoteStop}
        onClick={() => {
          thread.answering.quote.value = null;
        }}
      >
        <CloseIcon size={16} />
      </button>
    </div>
  );
}
