import type { Member } from '../../protocol/wire/team.ts';
import { PickerLine } from './picker-line.tsx';
import { composerWords } from './strings-of-composer.ts';
import './styles/replies.css';

interface Props {
  id: string;
  found: readonly Member[];
  active: number;
  onChoose(member: Member): void;
}

/** Above the box of a note while an `@` is being written (D10): the keyboard stays in the box. */
export function NamePicker({ id, found, active, onChoose }: Props) {
  const { mention: words } = composerWords;
  return (
    <div class="picker">
      <div class="picker-list" role="listbox" id={id} aria-label={words.list} tabIndex={-1}>
        {found.map((member, at) => (
          <PickerLine key={member.id} id={`${id}-${at}`} selected={at === active} onChoose={() => onChoose(member)}>
            <bdi class="picker-shortcut">@{member.name}</bdi>
          </PickerLine>
        ))}
      </div>
      <p class="picker-hint" role="status">
        {words.found(found.length)}
      </p>
    </div>
  );
}
