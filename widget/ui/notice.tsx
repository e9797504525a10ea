import type { Notice } from '../model/chat-view.ts';
import { ClockIcon, Icon } from './icons.tsx';
import { noticeStrings as words } from './notice-strings.ts';
import css from './styles/notice.css?inline';

export { css, NoticeLine as View, words };

export interface NoticeProps {
  notice: Notice;
}

function NoticeLine({ notice }: NoticeProps) {
  const held = notice.what === 'held';
  return (
    <p class={held ? 'bar-line warn' : 'bar-line danger'}>
      {held ? <ClockIcon /> : <Icon shape="M10 3.5 2.5 16.5h15zM10 8.5v3.5m0 2.2v.1" />}
      <span>{textOf(notice)}</span>
    </p>
  );
}

function textOf(notice: Notice): string {
  switch (notice.what) {
    case 'held':
      return notice.error === 'rate_limited' ? words.heldRate : words.held;
    case 'outbox_full':
      return words.outboxFull(notice.max);
    case 'end_failed':
      return words.endFailed;
    default:
      return words.contactFailed;
  }
}
