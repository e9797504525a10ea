import type { ComponentChildren } from 'preact';
import type { Route } from '../model/route.ts';
import { AvailabilitySelect } from './availability-select.tsx';
import { useApp, useDesk } from './context.ts';
import {
  BellIcon,
  BoardIcon,
  CommandIcon,
  FindIcon,
  FollowUpIcon,
  InboxIcon,
  ReportsIcon,
  SettingsIcon,
  SignOutIcon,
  SoundOffIcon,
  SoundOnIcon,
  VisitorsIcon,
} from './icons.tsx';
import { useKeysOf } from './keys.tsx';
import { Lazy } from './lazy.tsx';
import { strings } from './strings.ts';
import { commandWords } from './strings-of-commands.ts';
import { followUpWords } from './strings-of-follow-ups.ts';

const loadWrapUp = () => import('./wrap-up.tsx').then((file) => file.WrapUpBar);

interface PlaceProps {
  /** Of the command that goes there. */
  command: string;
  to: Route;
  label: string;
  unread?: number;
  /** What the number means, where it is no unread messages. */
  meaning?: string;
  children: ComponentChildren;
}

function Place({ command, to, label, unread = 0, meaning, children }: PlaceProps) {
  const app = useApp();
  const here = app.route.value.name === to.name;
  return (
    <li>
      <a
        class="place"
        href={app.hrefOf(to)}
        {...useKeysOf(command, label)}
        aria-label={meaning ? `${label}, ${meaning}` : label}
        aria-current={here ? 'page' : undefined}
      >
        <span class="place-icon">
          {children}
          {unread > 0 && <span class="pill">{unread > 99 ? '99+' : unread}</span>}
        </span>
        <span class="place-label">{label}</span>
      </a>
    </li>
  );
}

export function Rail() {
  const desk = useDesk();
  const unread = desk.inbox.unread.value;
  const overdue = desk.followUps.overdue.value;
  return (
    <header class="rail">
      <span class="rail-brand brand-mark" title={strings.product}>
        <BellIcon size={22} />
        <span class="visually-hidden">{strings.product}</span>
      </span>
      <nav aria-label={strings.nav.label}>
        <ul>
          <Place
            command="go:inbox"
            to={{ name: 'inbox', conversationId: null }}
            label={strings.nav.inbox}
            unread={unread}
          >
            <InboxIcon />
          </Place>
          <Place command="go:visitors" to={{ name: 'visitors' }} label={strings.nav.visitors}>
            <VisitorsIcon />
          </Place>
          <Place command="go:find" to={{ name: 'find', text: '' }} label={strings.nav.find}>
            <FindIcon />
          </Place>
          {desk.may('board:read') && (
            <Place command="go:board" to={{ name: 'board' }} label={strings.nav.board}>
              <BoardIcon />
            </Place>
          )}
          <Place
            command="go:followups"
            to={{ name: 'followups', view: 'open' }}
            label={followUpWords.nav}
            unread={overdue}
            {...(overdue > 0 ? { meaning: followUpWords.overdueCount(overdue) } : {})}
          >
            <FollowUpIcon />
          </Place>
          <Place
            command="go:reports"
            to={{ name: 'reports', view: 'overview', period: 'today', only: {}, split: null, which: null }}
            label={strings.nav.reports}
          >
            <ReportsIcon />
          </Place>
          <Place command="go:settings" to={{ name: 'settings', page: 'account' }} label={strings.nav.settings}>
            <SettingsIcon />
          </Place>
        </ul>
      </nav>
      <RailFoot />
    </header>
  );
}

function PaletteButton() {
  const { palette } = useApp();
  const label = commandWords.palette.open;
  return (
    <button
      type="button"
      class="icon-button"
      {...useKeysOf('palette:show', label)}
      aria-label={label}
      aria-haspopup="dialog"
      onClick={() => palette.show('palette')}
    >
      <CommandIcon />
    </button>
  );
}

function RailFoot() {
  const app = useApp();
  const { ring, wrapUp } = useDesk();
  const muted = ring.muted.value;
  const soundName = muted ? strings.sound.unmute : strings.sound.mute;
  return (
    <div class="rail-foot">
      {wrapUp.until.value !== null && <Lazy load={loadWrapUp} quiet />}
      <AvailabilitySelect />
      <div class="rail-tools">
        <PaletteButton />
        <button
          type="button"
          class="icon-button"
          aria-label={soundName}
          title={soundName}
          onClick={() => ring.mute(!muted)}
        >
          {muted ? <SoundOffIcon /> : <SoundOnIcon />}
        </button>
        <button
          type="button"
          class="icon-button"
          aria-label={strings.signOut}
          title={strings.signOut}
          onClick={() => void app.signOut()}
        >
          <SignOutIcon />
        </button>
      </div>
    </div>
  );
}
