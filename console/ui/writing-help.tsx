import { useEffect } from 'preact/hooks';
import type { OutsideTalk } from '../model/outside-talk.ts';
import type { Thread } from '../model/thread.ts';
import { languageName } from './format.ts';
import { Icon } from './icons.tsx';
import { spoken } from './language.ts';
import { Menu } from './menu.tsx';
import { troubleWords } from './service-words.ts';
import { helpingWords as words } from './strings-of-helping.ts';
import { TranslateBar } from './translate-bar.tsx';
import { useChoiceCommands } from './use-choice-commands.ts';
import { useOutsideTalk } from './use-outside.ts';
import './styles/helping.css';

/** CS8, CS9: the menu beside the modes, and what came of it. Nothing where the site has neither service. */
export function WritingHelp({ thread }: { thread: Thread }) {
  const talk = useOutsideTalk(thread.id)?.talk;
  const offered = talk?.offered.state.value;
  if (!talk || offered?.status !== 'ready') return null;
  const { translate, assist } = offered.value;
  if (!translate && !assist) return null;
  return (
    <div class="writing-help">
      <HelpMenu {...{ thread, talk, translate, assist }} />
      {translate && <AsTheyCome thread={thread} talk={talk} />}
      <HelpBar thread={thread} talk={talk} />
      {translate && <TranslateTrouble talk={talk} />}
      {translate && <TranslateBar thread={thread} talk={talk} />}
    </div>
  );
}

interface Props {
  thread: Thread;
  talk: OutsideTalk;
}

function HelpMenu({ thread, talk, translate, assist }: Props & { translate: boolean; assist: boolean }) {
  const { helping, translating } = talk;
  const text = thread.draft.value.trim();
  const isReply = thread.barrier.value === null && thread.mode.value === 'reply';
  const rewrite = (manner: 'friendly' | 'short' | 'plain') => ({
    ...{ id: `help:${manner}`, name: words[manner] },
    onChoose: () => void helping.ask(thread, { task: 'rewrite', text, manner }),
  });
  const on = translating.on.value;
  const choices = [
    ...(assist && isReply
      ? [
          {
            ...{ id: 'help:suggest', name: words.suggest },
            onChoose: () => void helping.ask(thread, { task: 'suggest' }),
          },
        ]
      : []),
    ...(assist && isReply && text !== '' ? [rewrite('friendly'), rewrite('short'), rewrite('plain')] : []),
    ...(assist
      ? [
          {
            ...{ id: 'help:sum-up', name: words.sumUp },
            onChoose: () => void helping.ask(thread, { task: 'sum_up', to: spoken() }),
          },
        ]
      : []),
    ...(translate && isReply && text !== ''
      ? [
          {
            ...{ id: 'help:answer', name: words.translateAnswer },
            onChoose: () => {
              translating.choosing.value = true;
            },
          },
        ]
      : []),
    ...(translate
      ? [
          {
            ...{ id: 'help:translate', name: on ? words.translateOff : words.translateOn },
            onChoose: () => {
              translating.on.value = !on;
            },
          },
        ]
      : []),
  ];
  useChoiceCommands('composer', choices);
  return (
    <div class="split split-up help-menu">
      <Menu label={words.menu} buttonClass="icon-button" choices={choices}>
        <Icon size={18}>
          <path d="M3 17 13 7M11.5 5.5l3 3M15 2v3M13.5 3.5h3M17 10v2M16 11h2" />
        </Icon>
      </Menu>
    </div>
  );
}

/** While it is switched on, whatever the visitor writes is asked for, the latest first. */
function AsTheyCome({ thread, talk: { translating } }: Props) {
  const on = translating.on.value;
  const items = thread.items.value;
  useEffect(() => {
    if (!on) return;
    const theirs = items.flatMap((item) => (item.kind === 'group' && item.author === 'visitor' ? item.messages : []));
    const written = theirs.flatMap(({ seq, body, removed, file }) =>
      seq === null || removed || file ? [] : [{ seq, body }],
    );
    void translating.ask(written.slice(-LATEST), spoken());
  }, [on, items, translating]);
  return null;
}

/** What is further up is translated by its own menu. */
const LATEST = 20;

function TranslateTrouble({ talk: { translating } }: Pick<Props, 'talk'>) {
  const trouble = translating.trouble.value;
  return (
    <div role="alert">
      {trouble && (
        <p class="help-bar problem">
          <span>{troubleWords(words.translator, trouble)}</span>
          <button
            type="button"
            class="link-button"
            onClick={() => {
              translating.trouble.value = null;
            }}
          >
            {words.cancel}
          </button>
        </p>
      )}
    </div>
  );
}

function HelpBar({ thread, talk: { helping } }: Props) {
  const help = helping.now.value;
  const isNote = help?.state === 'shown' && help.task !== 'translated' && help.task.task === 'sum_up';
  const isGone = help?.state === 'shown' && (isNote ? thread.notes.draft : thread.draft).value === '';
  // It was sent, or taken away: there is nothing left to check.
  useEffect(() => {
    if (isGone) helping.cancel();
  }, [isGone, helping]);
  if (!help || isGone) return <p class="visually-hidden" role="status" />;
  if (help.state === 'asking')
    return (
      <p class="help-bar" role="status">
        <span>{words.asking}</span>
        <button type="button" class="link-button" onClick={() => helping.cancel()}>
          {words.cancel}
        </button>
      </p>
    );
  if (help.state === 'trouble')
    return (
      <p class="help-bar problem" role="alert">
        <span>{troubleWords(words.assistant, help)}</span>
        <button type="button" class="link-button" onClick={() => void helping.ask(thread, help.task)}>
          {words.again}
        </button>
        <button type="button" class="link-button" onClick={() => helping.cancel()}>
          {words.cancel}
        </button>
      </p>
    );
  return (
    <p class="help-bar help-check" role="status">
      <span>{checkWords(help)}</span>
      <button type="button" class="link-button" onClick={() => helping.undo(thread)}>
        {words.undo}
      </button>
      <button type="button" class="link-button" onClick={() => helping.cancel()}>
        {words.fine}
      </button>
    </p>
  );
}

type Shown = Extract<NonNullable<OutsideTalk['helping']['now']['value']>, { state: 'shown' }>;

function checkWords({ task, into }: Shown): string {
  if (task === 'translated') return words.translatedInto(languageName(into ?? ''));
  return { suggest: words.suggested, rewrite: words.rewritten, sum_up: words.summedUp }[task.task];
}
