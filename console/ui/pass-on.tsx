import { useState } from 'preact/hooks';
import type { Ask } from '../../protocol/wire/model.ts';
import type { Thread } from '../model/thread.ts';
import { AskDialog } from './ask-dialog.tsx';
import { useApp, useDesk } from './context.ts';
import { PassOnIcon } from './icons.tsx';
import { Lazy } from './lazy.tsx';
import { Menu } from './menu.tsx';
import { strings } from './strings.ts';
import { questionWords } from './strings-of-questions.ts';
import { useChoiceCommands } from './use-choice-commands.ts';

const loadQuestion = () => import('./question-dialog.tsx').then((file) => file.QuestionDialog);

/** Transfer, invite, give back: what one does with a conversation besides answering it. */
export function PassOn({ thread }: { thread: Thread }) {
  const { notice } = useApp();
  const desk = useDesk();
  const [dialog, setDialog] = useState<Ask['kind'] | 'question' | null>(null);
  const { hand } = thread;
  const { passOn, leave } = hand.offered.value;
  const tell = async (done: Promise<boolean>) => {
    if (!(await done)) notice.refuse(hand.refused.value);
  };
  const choices = [
    ...(passOn
      ? [
          { id: 'thread:transfer', keys: 'p t', name: strings.team.transfer, onChoose: () => setDialog('transfer') },
          { id: 'thread:invite', keys: 'p i', name: strings.team.invite, onChoose: () => setDialog('invite') },
          {
            id: 'thread:return',
            keys: 'p g',
            name: strings.team.giveBack,
            onChoose: () => void tell(hand.giveBack('')),
          },
        ]
      : []),
    ...(desk.may('conversation:serve')
      ? [{ id: 'thread:ask', keys: 'p a', name: questionWords.ask, onChoose: () => setDialog('question') }]
      : []),
    ...(leave
      ? [
          {
            id: 'thread:leave',
            keys: 'p l',
            name: strings.team.leave,
            onChoose: () => void tell(hand.do('conversation:leave')),
          },
        ]
      : []),
  ];
  useChoiceCommands('thread', choices);
  if (choices.length === 0) return null;
  return (
    <div class="split">
      <Menu label={strings.team.passOnLong} buttonClass="button pass-on" choices={choices}>
        <PassOnIcon size={16} />
        <span class="split-rest">{strings.team.passOn}</span>
      </Menu>
      {dialog === 'question' && <Lazy load={loadQuestion} quiet with={{ thread, onClose: () => setDialog(null) }} />}
      {dialog && dialog !== 'question' && <AskDialog kind={dialog} thread={thread} onClose={() => setDialog(null)} />}
    </div>
  );
}
