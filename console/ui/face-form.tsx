import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { FaceForm as Form } from '../model/faces.ts';
import { useApp, useDesk } from './context.ts';
import { EntryField } from './entry-field.tsx';
import { NotLoaded } from './not-loaded.tsx';
import { Skeleton } from './skeleton.tsx';
import { faceWords as words } from './strings-of-face.ts';
import './styles/face.css';

/** One's own, on the page "You". */
export function OwnFace() {
  const { me } = useDesk();
  return (
    <section class="card" aria-labelledby="face-title">
      <h2 id="face-title">{words.title}</h2>
      <p class="quiet">{words.hint}</p>
      <FaceForm agentId={me.id} name={me.name} />
    </section>
  );
}

/** The picture and the words under a name, as visitors see them (W31). */
export function FaceForm({ agentId, name }: { agentId: string; name: string }) {
  const app = useApp();
  const [form, setForm] = useState<Form | 'coming' | null>('coming');
  const open = useCallback(() => void app.openFace(agentId).then(setForm), [app, agentId]);
  useEffect(open, [open]);
  if (form === 'coming') return <Skeleton rows={2} kind="rows" />;
  if (form === null) return <NotLoaded text={words.problems.later} onRetry={open} />;
  return <Filled form={form} name={name} />;
}

function Filled({ form, name }: { form: Form; name: string }) {
  useEffect(() => void form.load(), [form]);
  return (
    <form
      class="form"
      onSubmit={(event) => {
        event.preventDefault();
        void form.save();
      }}
    >
      <Picture form={form} name={name} />
      <EntryField
        label={words.job}
        hint={words.jobHint}
        value={form.title.value}
        maxLength={form.titleMax}
        onInput={(text) => {
          form.title.value = text;
        }}
      />
      <div class="save-row">
        <button type="submit" class="button button-primary" aria-disabled={form.saving.value}>
          {form.saving.value ? words.saving : words.save}
        </button>
        <p class="problem" role="alert">
          {form.problem.value && words.problems[form.problem.value]}
        </p>
        <p class="done" role="status">
          {form.saved.value && words.saved}
        </p>
      </div>
    </form>
  );
}

function Picture({ form, name }: { form: Form; name: string }) {
  const input = useRef<HTMLInputElement>(null);
  const picture = form.face.value?.picture;
  return (
    <div class="face-row">
      <span class="face-shown">
        {picture ? (
          <img src={`/api/v1/agent/pictures/${picture}`} alt={words.picture(name)} width={72} height={72} />
        ) : (
          <span aria-hidden="true">{name.trim().charAt(0).toUpperCase()}</span>
        )}
      </span>
      <div class="face-ways">
        <input
          ref={input}
          type="file"
          accept="image/*"
          hidden
          onChange={(event) => {
            const [file] = event.currentTarget.files ?? [];
            event.currentTarget.value = '';
            if (file) void form.choose(file);
          }}
        />
        <button type="button" class="button button-small" onClick={() => input.current?.click()}>
          {picture ? words.another : words.choose}
        </button>
        {picture && (
          <button type="button" class="button button-small" onClick={() => void form.removePicture()}>
            {words.remove}
          </button>
        )}
        <p class="field-hint">{words.pictureHint}</p>
      </div>
    </div>
  );
}
