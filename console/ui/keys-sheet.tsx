import type { Command } from '../model/commands.ts';
import { Check } from './check.tsx';
import { useApp } from './context.ts';
import { Dialog } from './dialog.tsx';
import { Keys } from './keys.tsx';
import { commandWords } from './strings-of-commands.ts';
import './styles/palette.css';

/** All keys there are, from the registry that hears them: what stands here is true (KB5). */
export function KeysSheet() {
  const { commands, palette } = useApp();
  const keyed = commands.all.value.filter(({ keys }) => keys !== undefined);
  const groups = commands.groups
    .map((group) => ({ group, lines: keyed.filter((command) => command.group === group) }))
    .filter(({ lines }) => lines.length > 0);
  return (
    <Dialog title={commandWords.keys.title} onClose={() => palette.show(null)}>
      <div class="keys-sheet">
        {groups.map(({ group, lines }) => (
          <section key={group} aria-labelledby={`keys-${group}`}>
            <h3 id={`keys-${group}`}>{commandWords.groups[group]}</h3>
            <dl>
              {lines.map((command) => (
                <Line key={command.id} command={command} />
              ))}
            </dl>
          </section>
        ))}
        <section>
          <Check
            checked={commands.plainOn.value}
            hint={commands.plainOn.value ? commandWords.keys.lettersHint : commandWords.keys.lettersOff}
            onChange={(on) => commands.setPlain(on)}
          >
            {commandWords.keys.letters}
          </Check>
          <p class="quiet">{commandWords.keys.list}</p>
        </section>
      </div>
    </Dialog>
  );
}

function Line({ command }: { command: Command }) {
  return (
    <div class="keys-line">
      <dt>{command.name()}</dt>
      <dd>
        <Keys of={command.keys ?? ''} />
      </dd>
    </div>
  );
}
