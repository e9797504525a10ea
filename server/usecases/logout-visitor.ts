import type { Nothing } from '../../protocol/wire/events.ts';
import type { Context, Done, VisitorSubject } from './context.ts';
import { answered } from './finish.ts';
import { endBrowser } from './greet-identified.ts';

/** I6: whoever copied this browser's token, or the signed one it came with, has nothing of it any more. */
export async function logoutVisitor(context: Context, subject: VisitorSubject): Promise<Done<Nothing>> {
  const browserId = subject.browserId ?? subject.visitorId;
  return answered({}, await endBrowser(context, { browserId }));
}
