import type { ChatActions, ChatState } from '../model/chat-view.ts';
import type { EmailChat } from './email-field.tsx';
import type { FailureProps } from './failure.tsx';
import { type LaterView, laterView } from './later.tsx';
import type { QueueFullProps } from './queue-full.tsx';
import type { ServiceProps } from './service.tsx';

/** What a visitor may never see, each with its own texts and styles (W16). */
export interface Views {
  ended: LaterView<{ chat: ChatState & ChatActions }>;
  email: LaterView<{ chat: EmailChat }>;
  failure: LaterView<FailureProps>;
  service: LaterView<ServiceProps>;
  queueFull: LaterView<QueueFullProps>;
}

/** `came`: a view is there, with its own texts and styles. */
export function createViews(came: (texts: object, css?: string) => void): Views {
  return {
    ended: laterView(async () => {
      const { Ended, css, endedStrings } = await import('./ended.tsx');
      came(endedStrings, css);
      return Ended;
    }),
    email: laterView(async () => {
      const { EmailField, css, emailStrings } = await import('./email-field.tsx');
      came(emailStrings, css);
      return EmailField;
    }),
    failure: laterView(async () => {
      const { Failure, failureStrings } = await import('./failure.tsx');
      came(failureStrings);
      return Failure;
    }),
    service: laterView(async () => {
      const { Service, serviceStrings } = await import('./service.tsx');
      came(serviceStrings);
      return Service;
    }),
    queueFull: laterView(async () => {
      const { QueueFull, queueFullStrings } = await import('./queue-full.tsx');
      came(queueFullStrings);
      return QueueFull;
    }),
  };
}
