import type { Push, PushState } from '../../console/model/ports.ts';

/** A browser's notices and its subscription, as the test turns them. */
export class PlainPush implements Push {
  granted: PushState = 'off';
  readonly shown: { title: string; how: object }[] = [];
  readonly cleared: string[] = [];
  opened: (path: string) => void = () => {};
  state = async () => this.granted;
  subscribe: Push['subscribe'] = async () => {
    this.granted = 'on';
    return { endpoint: 'https://push.example/1', p256dh: 'p', auth: 'a', name: 'Test' };
  };
  unsubscribe = async () => {
    if (this.granted === 'on') this.granted = 'off';
  };
  show = async (title: string, how: object) => void this.shown.push({ title, how });
  clear = async (tag: string) => void this.cleared.push(tag);
  keepWords = async () => {};
  listenOpen = (opened: (path: string) => void) => {
    this.opened = opened;
  };
  listenUpdate = () => {};
}
