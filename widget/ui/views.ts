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

/** `adopt` puts a style sheet into the shadow root. */
export function createViews(adopt: (css: string) => void): Views {
  return {
    ended: laterView(async () => {
      const { Ended, css } = await import('./ended.tsx');
      adopt(css);
      return Ended;
    }),
    email: laterView(async () => (await import('./email-field.tsx')).EmailField),
    failure: laterView(async () => (await import('./failure.tsx')).Failure),
    service: laterView(async () => (await import('./service.tsx')).Service),
    queueFull: laterView(async () => (await import('./queue-full.tsx')).QueueFull),
  };
}
