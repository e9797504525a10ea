import { browserClock } from './browser/clock.ts';
import { createPagePorts } from './browser/page-ports.ts';
import { subjectOf } from './browser/subject.ts';
import type { Watch } from './model/host-events.ts';
import { createHostLink, type HostLink } from './model/host-link.ts';
import type { HostChat } from './model/host-ports.ts';
import type { Who } from './model/ports.ts';

export interface PageSideParts {
  chat: HostChat;
  options: Readonly<Record<string, unknown>> & { scriptUrl: string };
  speech: { change(): void };
  strings: { chat: string };
  watch: Watch;
}

/** The page's side of the panel (W18), joined here, so that it comes as one file when the page says or asks something. */
export function createPageSide({ chat, options, speech, strings, watch }: PageSideParts): HostLink {
  const setLocale = (locale: string) => {
    Object.assign(options, { locale });
    speech.change();
  };
  const ports = { ...createPagePorts(options, () => strings.chat), setLocale, subjectOf, after: browserClock.after };
  const link = createHostLink({ chat, who: options as Who, options, ports, watch });
  return {
    run: link.run,
    dispose() {
      link.dispose();
      ports.dispose();
    },
  };
}
