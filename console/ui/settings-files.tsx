import type { FileKind, FileSettings } from '../../protocol/wire/files.ts';
import type { SettingsDraft } from '../model/settings-draft.ts';
import { Check } from './check.tsx';
import { useApp } from './context.ts';
import { EntryField } from './entry-field.tsx';
import { OfOwner } from './settings-owner.tsx';
import { sizeOf, spellKept, spellSeen, fileSettingsWords as words } from './strings-of-file-settings.ts';
import { idOf, useFault, useFaultWithin } from './use-fault.ts';

const MEGABYTE = 1_048_576;

/** Whether files are taken, which, and for how long (docs/files.md). */
export function SettingsFiles() {
  return <OfOwner page="files">{(draft) => <FilesCard draft={draft} />}</OfOwner>;
}

function FilesCard({ draft }: { draft: SettingsDraft }) {
  const { files } = draft.draft.value;
  const set = (changed: Partial<FileSettings>) => draft.change({ files: { ...files, ...changed } });
  return (
    <section class="card form" aria-labelledby="files-title">
      <h2 id="files-title">{words.title}</h2>
      <p class="quiet">{words.hint}</p>
      <Check checked={files.on} onChange={(on) => set({ on })}>
        {words.on}
      </Check>
      {files.on && <Fields draft={draft} files={files} set={set} />}
      <Seen files={files} />
    </section>
  );
}

interface FieldsProps {
  draft: SettingsDraft;
  files: FileSettings;
  set(changed: Partial<FileSettings>): void;
}

function Fields({ draft, files, set }: FieldsProps) {
  const { service } = useApp();
  const fault = useFault(draft);
  const within = useFaultWithin(draft);
  const size = String(files.bytesMax / MEGABYTE);
  const days = files.keepDays === null ? '' : String(files.keepDays);
  const wrong = within('files.kinds');
  const take = (kind: FileKind, on: boolean) =>
    set({ kinds: service.limits.fileKinds.filter((one) => (one === kind ? on : files.kinds.includes(one))) });
  return (
    <>
      <EntryField
        id={idOf('files.bytesMax')}
        label={words.size}
        hint={words.sizeHint(sizeOf(service.limits.fileBytesMax))}
        type="number"
        min={0}
        step="any"
        value={size}
        onInput={(text) => set({ bytesMax: Math.round(Number(text) * MEGABYTE) })}
        fault={fault('files.bytesMax', size)}
      />
      <fieldset
        class="checks"
        id={idOf('files.kinds')}
        tabIndex={-1}
        aria-describedby={wrong ? 'kinds-fault' : undefined}
      >
        <legend>{words.kinds}</legend>
        <p class="field-hint">{words.kindsHint}</p>
        {service.limits.fileKinds.map((kind) => {
          const [name, more] = words.kindNames[kind];
          return (
            <Check key={kind} checked={files.kinds.includes(kind)} hint={more} onChange={(on) => take(kind, on)}>
              {name}
            </Check>
          );
        })}
        {wrong && (
          <p class="problem" id="kinds-fault">
            {wrong}
          </p>
        )}
      </fieldset>
      <EntryField
        id={idOf('files.keepDays')}
        label={words.keep}
        hint={words.keepHint}
        type="number"
        min={1}
        value={days}
        onInput={(text) => set({ keepDays: text.trim() === '' ? null : Number(text) })}
        fault={fault('files.keepDays', days)}
      />
    </>
  );
}

function Seen({ files }: { files: FileSettings }) {
  return (
    <figure class="seen">
      <figcaption>{words.seen}</figcaption>
      <p aria-live="polite">
        {files.on && files.kinds.length > 0 ? spellSeen(files.bytesMax, files.kinds) : words.seenOff}
      </p>
      {files.on && <p class="field-hint">{spellKept(files.keepDays)}</p>}
    </figure>
  );
}
