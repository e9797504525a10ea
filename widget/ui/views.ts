import type { ComponentType } from 'preact';
import type { ChatActions, ChatState } from '../model/chat-view.ts';
import type { AloneProps } from './alone.tsx';
import type { EmailChat } from './email-field.tsx';
import type { EmojiProps } from './emoji.tsx';
import type { EventProps } from './event.tsx';
import type { FailureProps } from './failure.tsx';
import type { KeepProps } from './keep-chat.tsx';
import { type LaterView, laterView } from './later.tsx';
import type { LinksProps } from './links.tsx';
import type { MenuProps } from './menu.tsx';
import type { QueueFullProps } from './queue-full.tsx';
import type { ServiceProps } from './service.tsx';

/** What a visitor may never see, each with its own texts and styles (W16). */
export interface Views {
  ended: LaterView<{ chat: ChatState & ChatActions }>;
  email: LaterView<{ chat: EmailChat }>;
  failure: LaterView<FailureProps>;
  service: LaterView<ServiceProps>;
  queueFull: LaterView<QueueFullProps>;
  alone: LaterView<AloneProps>;
  event: LaterView<EventProps>;
  links: LaterView<LinksProps>;
  emoji: LaterView<EmojiProps>;
  menu: LaterView<MenuProps>;
  keep: LaterView<KeepProps>;
}

/** What the file of a later view gives. */
interface Part<Props> {
  View: ComponentType<Props>;
  words?: object;
  css?: string;
}

/** `came`: a view is there, with its own texts and styles. */
export function createViews(came: (texts: object, css?: string) => void): Views {
  const later = <Props>(load: () => Promise<Part<Props>>) =>
    laterView(async () => {
      const part = await load();
      if (part.words) came(part.words, part.css);
      return part.View;
    });
  return {
    ended: later(() => import('./ended.tsx')),
    email: later(() => import('./email-field.tsx')),
    failure: later(() => import('./failure.tsx')),
    service: later(() => import('./service.tsx')),
    queueFull: later(() => import('./queue-full.tsx')),
    alone: later(() => import('./alone.tsx')),
    event: later(() => import('./event.tsx')),
    links: later(() => import('./links.tsx')),
    emoji: later(() => import('./emoji.tsx')),
    menu: later(() => import('./menu.tsx')),
    keep: later(() => import('./keep-chat.tsx')),
  };
}
