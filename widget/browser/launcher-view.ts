export interface LauncherTexts {
  lang: string;
  openChat: string;
  closeChat: string;
  unread(count: number): string;
}

const CROSS = 'm5.5 5.5 9 9m0-9-9 9';

/** What the bell shows of the chat: whether it is open, and how many messages wait. */
export function createLauncherView(launcher: HTMLButtonElement, texts: LauncherTexts) {
  const pill = document.createElement('span');
  pill.className = 'pill';
  pill.setAttribute('aria-hidden', 'true');
  // The count is a description: the button's name stays the same for whoever looks for it.
  const words = document.createElement('span');
  words.className = 'unseen';
  words.setAttribute('role', 'status');
  let before = 0;
  launcher.firstElementChild?.setAttribute('class', 'bell');
  const face = launcher.querySelector('path');
  const bell = face?.getAttribute('d') ?? '';

  return {
    words,
    /** `_told` changes with the words. */
    show(open: boolean, unread: number, _told: number): void {
      launcher.lang = texts.lang;
      words.lang = texts.lang;
      launcher.setAttribute('aria-label', open ? texts.closeChat : texts.openChat);
      launcher.setAttribute('aria-expanded', String(open));
      face?.setAttribute('d', open ? CROSS : bell);
      launcher.append(pill);
      pill.textContent = unread > 99 ? '99+' : String(unread || '');
      pill.hidden = unread === 0;
      words.textContent = unread > 0 ? texts.unread(unread) : '';
      launcher.title = words.textContent;
      if (unread > before) ring(launcher);
      before = unread;
    },
  };
}

/** Once for each new message; the style sheet says how, and not at all under reduced motion. */
function ring(launcher: HTMLButtonElement): void {
  launcher.classList.remove('rings');
  // Reading a size makes the browser notice that the class was gone, so that it rings again.
  void launcher.offsetWidth;
  launcher.classList.add('rings');
}
