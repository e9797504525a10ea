import type { Offering } from '../../protocol/wire/choices.ts';
import type { Revising } from '../model/revising.ts';
import { amendedStrings as words } from './amended-strings.ts';
import { Answering, QuotedWords } from './answering.tsx';
import { Choices } from './choices.tsx';
import { type AmendedProps, handed } from './handed.ts';
import { MessageActs } from './message-acts.tsx';
import css from './styles/amended.css?inline';

export { css, words };

/** A message in the thread, as it is now, and what may be done with it (C18, C19, W34, W37). Without a line: what is being answered. */
export function createView(revising: Revising, choicesIn: (body: string) => Offering | null) {
  const View = ({ line, words: said, ...parts }: AmendedProps) => {
    const { chat, formats, actions } = parts;
    if (!line) return chat ? <Answering chat={chat} /> : null;
    const offering = line.state === 'received' && !line.file ? choicesIn(line.body) : null;
    const shown = line.body ? said?.(offering?.text ?? line.body) : <i class="removed">{words.removed}</i>;
    return (
      <>
        {line.quote && chat && <QuotedWords seq={line.quote} chat={chat} />}
        {line.body && chat && formats && actions ? (
          <MessageActs line={line} parts={{ chat, formats, actions, revising }}>
            {shown}
          </MessageActs>
        ) : (
          shown
        )}
        {offering && <Choices choices={offering.choices} line={line} chat={chat} />}
        {line.body && line.revisedAt && <small class="edited"> {words.edited}</small>}
      </>
    );
  };
  // For conversations of before, which are drawn by a part of their own.
  handed.Amended = View;
  return View;
}
