import type { ComponentType } from 'preact';
import type { AloneProps } from './alone.tsx';
import type { EmailChat } from './email-field.tsx';
import type { EmojiProps } from './emoji.tsx';
import type { EndedProps } from './ended.tsx';
import type { EventProps } from './event.tsx';
import type { FaceProps } from './face.tsx';
import type { FailureProps } from './failure.tsx';
import type { FilesProps } from './files.tsx';
import type { FrontProps } from './front.tsx';
import type { AmendedProps } from './handed.ts';
import type { KeepProps } from './keep-chat.tsx';
import type { English } from './language.ts';
import { type LaterView, laterView } from './later.tsx';
import type { LinksProps } from './links.tsx';
import type { MenuProps } from './menu.tsx';
import type { NoticeProps } from './notice.tsx';
import type { OwnProps } from './own.tsx';
import type { PastProps } from './past.tsx';
import type { QueueFullProps } from './queue-full.tsx';
import type { RatingMoreProps } from './rating-more.tsx';
import type { RedirectProps } from './redirect.tsx';
import type { ServiceProps } from './service.tsx';

/** What stands in place of the thread gets all that any of them needs. */
type SideProps = KeepProps & PastProps & OwnProps & RedirectProps;

/** What a visitor may never see, each with its own texts and styles (W16). */
export interface Views {
  ended: LaterView<EndedProps>;
  email: LaterView<{ chat: EmailChat }>;
  failure: LaterView<FailureProps>;
  service: LaterView<ServiceProps>;
  queueFull: LaterView<QueueFullProps>;
  alone: LaterView<AloneProps>;
  event: LaterView<EventProps>;
  links: LaterView<LinksProps>;
  emoji: LaterView<EmojiProps>;
  menu: LaterView<MenuProps>;
  keep: LaterView<SideProps>;
  past: LaterView<SideProps>;
  own: LaterView<SideProps>;
  redirect: LaterView<SideProps>;
  front: LaterView<FrontProps>;
  ratingMore: LaterView<RatingMoreProps>;
  notice: LaterView<NoticeProps>;
  files: LaterView<FilesProps>;
  face: LaterView<FaceProps>;
  amended: LaterView<AmendedProps>;
  preview: LaterView<object>;
}

/** What the file of a later view gives. */
export interface Part<Props> {
  View: ComponentType<Props>;
  words: object;
  css?: string;
}

/**
 * `came`: a view is there, with its own texts and styles; it is drawn when the answer is. The name of a view is also
 * that of its texts in the files of the languages (W22). `files`, `face`, `amended`, `own` and `preview` have composition roots of their own.
 */
export function createViews(
  came: (group: keyof English, words: object, css?: string) => unknown,
  files: () => Promise<Part<FilesProps>>,
  face: () => Promise<Part<FaceProps>>,
  amended: () => Promise<Part<AmendedProps>>,
  own: () => Promise<Part<SideProps>>,
  preview: () => Promise<Part<object>>,
): Views {
  const part = <Props>(group: keyof English, load: () => Promise<Part<Props>>) =>
    laterView(async () => {
      const { View, words, css } = await load();
      await came(group, words, css);
      return View;
    });
  return {
    ended: part('ended', () => import('./ended.tsx')),
    email: part('email', () => import('./email-field.tsx')),
    failure: part('failure', () => import('./failure.tsx')),
    service: part('service', () => import('./service.tsx')),
    queueFull: part('queueFull', () => import('./queue-full.tsx')),
    alone: part('alone', () => import('./alone.tsx')),
    event: part('event', () => import('./event.tsx')),
    links: part('links', () => import('./links.tsx')),
    emoji: part('emoji', () => import('./emoji.tsx')),
    menu: part('menu', () => import('./menu.tsx')),
    keep: part<SideProps>('keep', () => import('./keep-chat.tsx')),
    notice: part('notice', () => import('./notice.tsx')),
    files: part('files', files),
    face: part('face', face),
    past: part<SideProps>('past', () => import('./past.tsx')),
    redirect: part<SideProps>('redirect', () => import('./redirect.tsx')),
    front: part('front', () => import('./front.tsx')),
    ratingMore: part('ratingMore', () => import('./rating-more.tsx')),
    amended: part('amended', amended),
    own: part<SideProps>('own', own),
    preview: part('preview', preview),
  };
}
