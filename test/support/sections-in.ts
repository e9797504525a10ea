import type { Inbox } from '../../console/model/inbox.ts';
import type { ConversationSummary } from '../../protocol/wire/model.ts';

/** The list as it is drawn: each section with what stands in it. */
export function sectionsIn(inbox: Inbox): [name: string, lines: ConversationSummary[]][] {
  const { sections, at } = inbox.listed.value;
  return sections.map(({ name, from, count }) => [
    name,
    Array.from({ length: count }, (_, index) => at(from + index) as ConversationSummary),
  ]);
}
