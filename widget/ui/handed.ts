import type { ComponentChildren, ComponentType } from 'preact';
import type { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ChatActions, ChatState } from '../model/chat-view.ts';
import type { Happening, Line, threadOf } from '../model/thread.ts';
import type { Formats } from './formats.ts';
import type { Later, LaterView } from './later.tsx';
import type { ServiceProps } from './service.tsx';

interface LineProps extends ServiceProps {
  views: { service: LaterView<ServiceProps> };
  children: ComponentChildren;
}

export interface AmendedProps {
  /** Without one: what the next message answers. */
  line?: Line | undefined;
  /** Without these it is only shown. */
  chat?: Pick<ChatState, 'thread' | 'quote' | 'screen'> & Pick<ChatActions, 'say'>;
  formats?: Formats;
  actions?: { copy(text: string): void };
  /** A text of it, as it is drawn. */
  words?(text: string): ComponentChildren;
}

interface Handed {
  useEffect: typeof useEffect;
  useLayoutEffect: typeof useLayoutEffect;
  useRef: typeof useRef;
  useState: typeof useState;
  Later: typeof Later;
  ServiceLine: ComponentType<LineProps>;
  threadOf: typeof threadOf;
  /** Once that part is there. */
  wordsOf?(happening: Happening, formats: Formats): string;
  Amended?: ComponentType<AmendedProps>;
}

/**
 * What the panel hands to later parts (panel.tsx and main.tsx fill it). A part that imports the hooks' library itself, even through
 * another file, can make the bundler take Preact out of the panel, into a file that everybody would wait for.
 */
export const handed = {} as Handed;
