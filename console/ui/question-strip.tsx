import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Question, QuestionEnd } from '../../protocol/wire/questions.ts';
import type { Thread } from '../model/thread.ts';
import { useApp, useDesk } from './context.ts';
import { dayTime } from './format.ts';
import { AlertIcon, CheckIcon, ClockIcon } from './icons.tsx';
import { questionWords } from './strings-of-questions.ts';
import './styles/composer.css';

/** Under the thread: who is asked what by when, and what has just become of it (T15–T18). */
export function QuestionStrip({ thread }: { thread: Thread }) {
  const { composing } = useDesk();
  const found = composing.questions.of(thread.id);
  return (
    <ul class="planned" aria-label={questionWords.strip.label}>
      {found.map((one) => (
        <Line key={one.id} question={one} thread={thread} />
      ))}
    </ul>
  );
}

function Line({ question, thread }: { question: Question; thread: Thread }) {
  const { ticker } = useDesk();
  const [answering, setAnswering] = useState(false);
  const isOpen = question.state === 'open';
  const late = isOpen && question.dueAt <= ticker.now.value;
  const { bar } = questionWords;
  return (
    <li class={late ? 'planned-line planned-held' : 'planned-line'}>
      <p class="planned-when">
        {late ? <AlertIcon size={16} /> : isOpen ? <ClockIcon size={16} /> : <CheckIcon size={16} />}
        <span>
          <Who question={question} />
          {isOpen && <> · {late ? bar.overdue(dayTime(question.dueAt)) : bar.due(dayTime(question.dueAt))}</>}
        </span>
      </p>
      <p class="planned-body" dir="auto">
        {question.state === 'open' ? question.text : (question.answer ?? question.text)}
      </p>
      {answering ? (
        <AnswerForm question={question} onLeave={() => setAnswering(false)} />
      ) : (
        <Acts question={question} thread={thread} onAnswer={() => setAnswering(true)} />
      )}
    </li>
  );
}

function Who({ question }: { question: Question }) {
  const { questions } = useDesk().composing;
  const words = questionWords.strip;
  const { state, by, endedBy } = question;
  const to = question.to?.name ?? question.department?.name ?? '';
  const said =
    state === 'open'
      ? questions.isMine(question)
        ? words.fromMe(to)
        : question.to && questions.isForMe(question)
          ? words.toMe(by.name)
          : words.between(by.name, to)
      : words[state](endedBy?.name ?? to);
  return <bdi>{said}</bdi>;
}

function useEnd(question: Question): (how: QuestionEnd, body?: string) => Promise<void> {
  const { notice } = useApp();
  const { questions } = useDesk().composing;
  return async (how, body) => {
    const error = await questions.end(question, how, body);
    if (error) notice.refuse(error);
  };
}

function Acts({ question, thread, onAnswer }: { question: Question; thread: Thread; onAnswer(): void }) {
  const desk = useDesk();
  const { questions } = desk.composing;
  const words = questionWords.strip;
  const end = useEnd(question);
  const button = (name: string, act: () => void) => (
    <button type="button" class="button button-small" onClick={act}>
      {name}
    </button>
  );
  if (question.state !== 'open')
    return <p class="planned-acts">{button(words.putAway, () => questions.putAway(question.id))}</p>;
  const forMe = questions.isForMe(question);
  const mine = questions.isMine(question);
  const leads = desk.may('conversation:direct');
  const serves = desk.may('conversation:serve') && thread.standing.value.agent?.id === desk.me.id;
  const tell = () => {
    const begun = thread.draft.peek();
    thread.write(`${begun}${begun ? '\n' : ''}${words.promise(dayTime(question.dueAt))}`);
  };
  return (
    <p class="planned-acts">
      {(forMe || (leads && !mine)) && button(words.answer, onAnswer)}
      {forMe && button(words.decline, () => void end('declined'))}
      {mine && serves && button(words.tell, tell)}
      {(mine || leads || serves) && !forMe && button(words.withdraw, () => void end('withdrawn'))}
    </p>
  );
}

/** Its words are a note: only the team reads them. */
function AnswerForm({ question, onLeave }: { question: Question; onLeave(): void }) {
  const { questions } = useDesk().composing;
  const words = questionWords.strip;
  const end = useEnd(question);
  const box = useRef<HTMLTextAreaElement>(null);
  const [body, setBody] = useState('');
  // As it is drawn: what is typed right after the press is hers.
  useLayoutEffect(() => box.current?.focus(), []);
  return (
    <form
      class="question-answer"
      onSubmit={(event) => {
        event.preventDefault();
        if (body.trim()) void end('answered', body.trim());
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onLeave();
      }}
    >
      <textarea
        ref={box}
        rows={2}
        dir="auto"
        aria-label={words.yourAnswer}
        placeholder={words.yourAnswer}
        maxLength={questions.charsMax}
        value={body}
        onInput={(event) => setBody(event.currentTarget.value)}
      />
      <p class="planned-acts">
        <button type="submit" class="button button-small button-primary" disabled={!body.trim()}>
          {words.send}
        </button>
        <button type="button" class="button button-small" onClick={onLeave}>
          {words.cancel}
        </button>
      </p>
    </form>
  );
}
