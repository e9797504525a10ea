import type { Refusal } from '../../protocol/wire/errors.ts';
import { useDesk } from './context.ts';
import { useChoices } from './inbox/use-choices.ts';
import { peopleWords } from './strings-of-people.ts';
import { tagWords as words } from './strings-of-tags.ts';
import { TagBox } from './tag-box.tsx';
import { useTeamTags } from './use-team-tags.ts';

/** What this conversation is about (U7); who the person is has tags of its own, further down. */
export function ConversationTags({ conversationId }: { conversationId: string }) {
  const desk = useDesk();
  const { tags } = desk.lists;
  const choices = useChoices();
  const agreed = useTeamTags()?.all.value ?? [];
  const summary = desk.inbox.find(conversationId);
  const mayWrite = desk.may('conversation:serve');
  const own = summary?.tags ?? [];
  if (!summary || (!mayWrite && own.length === 0)) return null;
  const problemOf = (refusal: Refusal | null) => refusal && tagProblem(refusal);
  return (
    <section class="person-part" aria-label={words.title}>
      <TagBox
        title={words.title}
        command="thread:tag"
        tags={own}
        charsMax={tags.charsMax}
        busy={tags.busy.value}
        mayWrite={mayWrite}
        known={[...new Set([...agreed, ...choices.tags])]}
        words={{ new: words.new, placeholder: words.add, add: peopleWords.add, remove: words.remove }}
        onAdd={async (tag) => problemOf(await tags.add(conversationId, tag))}
        onRemove={async (tag) => problemOf(await tags.remove(conversationId, tag))}
      />
    </section>
  );
}

function tagProblem({ error }: Refusal): string {
  const { problems } = words;
  if (error === 'forbidden') return problems.forbidden;
  if (error === 'not_found') return problems.gone;
  return error === 'invalid_payload' ? problems.tooMany : problems.failed;
}
