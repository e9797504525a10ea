import type { Refusal } from '../../protocol/wire/errors.ts';
import type { Person } from '../../protocol/wire/people.ts';
import { useApp, useDesk } from './context.ts';
import { peopleProblem } from './people-problem.ts';
import { peopleWords as words } from './strings-of-people.ts';
import { TagBox } from './tag-box.tsx';

/** The team's own tags, and by what reports split this person (J2). */
export function PersonTags({ person: { tags, segments } }: { person: Person }) {
  const { people } = useApp();
  const problemOf = (refusal: Refusal | null) => refusal && peopleProblem(refusal);
  return (
    <section class="person-part" aria-label={words.tags}>
      <TagBox
        title={words.tags}
        command="people:tag"
        tags={tags}
        charsMax={people.limits.tagMax}
        busy={people.busy.value}
        mayWrite={useDesk().may('person:write')}
        words={{ new: words.newTag, placeholder: words.addTag, add: words.add, remove: words.removeTag }}
        onAdd={async (tag) => problemOf(await people.addTag(tag))}
        onRemove={async (tag) => problemOf(await people.removeTag(tag))}
      />
      {segments.length > 0 && <Segments segments={segments} />}
    </section>
  );
}

/** By what reports split her. */
function Segments({ segments }: { segments: readonly string[] }) {
  return (
    <div class="fact">
      <span class="person-name">{words.segments}</span>
      <ul class="person-tags">
        {segments.map((segment) => (
          <li class="person-segment" key={segment}>
            <bdi>{segment}</bdi>
          </li>
        ))}
      </ul>
    </div>
  );
}
