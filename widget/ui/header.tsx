import type { ChatActions, ChatState } from '../model/chat-view.ts';
import type { Formats } from './formats.ts';
import { BellIcon, CloseIcon } from './icons.tsx';
import { initialsOf } from './initials.ts';
import { Soon } from './later.tsx';
import { ServiceLine } from './service-line.tsx';
import type { Side } from './side.ts';
import { strings } from './strings.ts';
import type { Views } from './views.ts';

type HeaderState = Pick<ChatActions, 'mute'> &
  Pick<
    ChatState,
    | 'screen'
    | 'link'
    | 'agent'
    | 'siteName'
    | 'available'
    | 'requeued'
    | 'service'
    | 'place'
    | 'full'
    | 'muted'
    | 'shelf'
    | 'front'
    | 'status'
    | 'canEnd'
  >;

export interface HeaderProps {
  chat: HeaderState;
  formats: Formats;
  views: Pick<Views, 'service' | 'menu' | 'face'>;
  /** Shows a part of its own in place of the thread. */
  onTurn(side: Side): void;
  logo: string | undefined;
  /** Undefined: it does not close. */
  onClose: (() => void) | undefined;
}

/** Who is there, in a name and a plain sentence. */
export function Header({ chat, formats, views, onTurn, logo, onClose }: HeaderProps) {
  const agent = chat.agent.value;
  const present = isPresent(chat);
  const Menu = views.menu.view.value;
  return (
    <div class="header">
      <span class="face" aria-hidden="true">
        {agent ? (
          <Soon of={views.face} due with={{ agent }}>
            {initialsOf(agent.name)}
          </Soon>
        ) : logo ? (
          <img class="logo" src={logo} alt="" />
        ) : (
          <BellIcon />
        )}
        <span class={present ? 'dot present' : 'dot'} />
      </span>
      <div class="who">
        <h2 class="name">
          {agent ? (
            <>
              {agent.name}
              <Soon of={views.face} due with={{ agent, part: 'title' }} />
            </>
          ) : (
            chat.siteName.value || strings.chat
          )}
        </h2>
        <p class="state" role="status">
          {isAlone(chat) ? (
            <ServiceLine chat={chat} formats={formats} views={views} part="line">
              {sentenceOf(chat)}
            </ServiceLine>
          ) : (
            sentenceOf(chat)
          )}
        </p>
      </div>
      {Menu && <Menu chat={chat} onTurn={onTurn} />}
      {onClose && (
        <button type="button" class="quiet square header-close" aria-label={strings.close} onClick={onClose}>
          <CloseIcon />
        </button>
      )}
    </div>
  );
}

/** Nobody serves the visitor yet: hours and places are what counts. */
function isAlone({ screen }: HeaderState): boolean {
  return ['start', 'nobody', 'waiting', 'unattended'].includes(screen.value);
}

function isPresent({ screen, link, available }: HeaderState): boolean {
  if (link.value === 'offline') return false;
  if (screen.value === 'active') return true;
  return available.value === true && (screen.value === 'start' || screen.value === 'waiting');
}

function sentenceOf({ screen, agent, available, requeued, full, link, canEnd }: HeaderState): string {
  switch (screen.value) {
    case 'start':
      // Whoever ended it and goes on knows who was here: what counts is that the next message opens it again.
      if (agent.value) return strings.goesOn;
      if (full.value) return strings.full;
      return available.value ? strings.here : strings.rests;
    case 'nobody':
    case 'unattended':
      return strings.nobody;
    case 'waiting':
      // Written without a connection it stands in nobody's queue.
      if (!canEnd.value && link.value !== 'online') return strings.unsent;
      return requeued.value ? strings.requeued : strings.queued;
    case 'active':
      return strings.active;
    case 'blocked':
      return strings.blocked;
    default:
      return strings.ended;
  }
}
