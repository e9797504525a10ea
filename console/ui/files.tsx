import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { Upload } from '../../protocol/client/uploads.ts';
import type { FileCard, FileRules } from '../../protocol/wire/files.ts';
import type { ThreadFiles } from '../model/files.ts';
import type { Thread } from '../model/thread.ts';
import { useApp, useDesk } from './context.ts';
import { LOCALE } from './format.ts';
import { CloseIcon } from './icons.tsx';
import { Lazy } from './lazy.tsx';
import { paneAround } from './pane-of.ts';
import { fileWords as words } from './strings-of-files.ts';
import { toBox } from './to-box.ts';
import { useChoiceCommands } from './use-choice-commands.ts';

const loadHeld = () => import('./held-picture.tsx').then((part) => part.HeldPicture);

function sizeOf(bytes: number): string {
  // Nothing that is something is shown as 0.
  const [value, unit] =
    bytes < 1_048_576 ? [Math.max(0.1, bytes / 1_024), 'kilobyte'] : [bytes / 1_048_576, 'megabyte'];
  return new Intl.NumberFormat(LOCALE, { style: 'unit', unit, maximumFractionDigits: value < 10 ? 1 : 0 }).format(
    value,
  );
}

function limitsOf({ bytesMax, kinds }: FileRules): string {
  return words.upTo(sizeOf(bytesMax), kinds.map((kind) => words.kinds[kind]).join(', '));
}

/** By button, by paste and by drop; what is on its way, with a way to take it back. */
export function Attach({ thread }: { thread: Thread }) {
  const files = useApp().files.of(thread.id);
  const desk = useDesk();
  const limitsId = useId();
  const place = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  useEffect(() => void files.readRules(), [files]);
  useEffect(() => {
    // Of two conversations the one in which it was dropped or pasted; outside of both the one with the focus (U15).
    const isHere = (event: Event) => (paneAround(event.target) ?? desk.thread.peek()?.id ?? thread.id) === thread.id;
    return catchFiles(place.current?.closest<HTMLElement>('main') ?? null, files, { setOver, isHere });
  }, [files]);
  const { rules, list } = files.moved.value >= 0 ? files.uploads : { rules: null, list: [] };
  const choose = () => input.current?.click();
  useChoiceCommands('composer', rules?.on ? [{ id: 'composer:file', name: words.attach, onChoose: choose }] : []);
  return (
    <div class="attach" ref={place}>
      {rules?.on && (
        <>
          <input
            ref={input}
            type="file"
            multiple
            hidden
            onChange={(event) => {
              files.add(event.currentTarget.files ?? []);
              event.currentTarget.value = '';
            }}
          />
          <button
            type="button"
            class="icon-button"
            aria-label={words.attach}
            aria-describedby={limitsId}
            title={limitsOf(rules)}
            onClick={choose}
          >
            <ClipIcon />
          </button>
          <p class={list.length > 0 ? 'file-limits' : 'visually-hidden'} id={limitsId}>
            {limitsOf(rules)}
          </p>
          {list.length > 0 && (
            <ul class="uploads">
              {list.map((upload) => (
                <Row key={upload.clientId} upload={upload} files={files} />
              ))}
            </ul>
          )}
          {over && <p class="drop-here">{words.drop}</p>}
        </>
      )}
    </div>
  );
}

interface Catching {
  setOver(over: boolean): void;
  isHere(event: Event): boolean;
}

/** Pasted or dropped anywhere beside the list. Texts go their own way. */
function catchFiles(room: HTMLElement | null, files: ThreadFiles, { setOver, isHere }: Catching): () => void {
  const take = (event: Event, given: DataTransfer | null, text = '') => {
    if (!given?.files.length || !isHere(event)) return;
    // Words beside a picture go into the box; the name or the path of the file is no words.
    const isWords = text !== '' && ![...given.files].some(({ name }) => text.endsWith(name));
    if (!isWords) event.preventDefault();
    files.add(given.files);
  };
  const handlers: Record<string, (event: Event) => void> = {
    paste: (event) => {
      const { clipboardData: given } = event as ClipboardEvent;
      // What office programs copy is text, with a picture of it beside.
      if (['text/plain', 'text/html'].every((type) => given?.types.includes(type))) return;
      take(event, given, given?.getData('text/plain').trim());
    },
    dragover: (event) => {
      if (!(event as DragEvent).dataTransfer?.types.includes('Files')) return;
      setOver(isHere(event));
      event.preventDefault();
    },
    dragleave: (event) => {
      if (!room?.contains((event as DragEvent).relatedTarget as Node | null)) setOver(false);
    },
    drop: (event) => {
      setOver(false);
      take(event, (event as DragEvent).dataTransfer);
    },
  };
  for (const [name, handler] of Object.entries(handlers)) room?.addEventListener(name, handler);
  return () => {
    for (const [name, handler] of Object.entries(handlers)) room?.removeEventListener(name, handler);
  };
}

function Row({ upload, files }: { upload: Upload; files: ThreadFiles }) {
  const { file, state, done, error } = upload;
  const [drawn, setDrawn] = useState(false);
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    if (file.type.startsWith('image/')) void file.draw(canvas.current).then(setDrawn);
  }, [upload.clientId]);
  const failed = state === 'failed';
  const percent = new Intl.NumberFormat(LOCALE, { style: 'percent' }).format(done);
  const label = (failed ? words.remove : words.cancel)(file.name);
  return (
    <li class={`upload upload-${state}`}>
      <canvas ref={canvas} class="upload-thumb" hidden={!drawn} />
      <div class="upload-what">
        <p class="upload-name">{file.name}</p>
        {state === 'held' ? (
          <Lazy load={loadHeld} quiet with={{ upload, files }} />
        ) : (
          <>
            <p class={failed ? 'problem' : 'file-limits'} role={failed ? 'alert' : undefined}>
              {failed ? problemOf(error) : state === 'waiting' ? words.waiting : words.sending(percent)}
            </p>
            {!failed && <progress max={1} value={done} aria-label={words.sending(file.name)} />}
          </>
        )}
      </div>
      <button
        type="button"
        class="icon-button"
        aria-label={label}
        title={label}
        onClick={(event) => {
          toBox(event.currentTarget);
          files.uploads.remove(upload);
        }}
      >
        <CloseIcon size={16} />
      </button>
    </li>
  );
}

function problemOf(error: Upload['error']): string {
  return words.problems[error ?? ''] ?? words.notTaken;
}

/** A file in the thread: clean pictures are shown, everything else has its name and size. A press saves it. */
export function SentFile({ file }: { file: FileCard }) {
  const { id, name, bytes, width, height, alt } = file;
  const [gone, setGone] = useState(false);
  const address = `/api/v1/agent/files/${id}`;
  const label = words.download(name);
  const size = !gone && width && height && { width, height };
  // A picture's name is what it shows; what a press does is said after it.
  return (
    <a class="sent-file" href={address} download={name} aria-label={size ? undefined : label} title={label}>
      {size ? (
        <img src={address} alt={alt || words.picture(name)} {...size} loading="lazy" onError={() => setGone(true)} />
      ) : (
        <>
          <span class="upload-name">{name}</span>
          <span class="file-size">{gone ? words.gone : sizeOf(bytes)}</span>
        </>
      )}
    </a>
  );
}

function ClipIcon() {
  return (
    <svg class="icon" width={20} height={20} viewBox="0 0 20 20" fill="none" stroke="currentColor" aria-hidden="true">
      <path
        stroke-width="1.5"
        stroke-linecap="round"
        d="m15.500 9.500-5.300 5.300a3.500 3.500 0 0 1-5-5l6.100-6.100a2.300 2.300 0 0 1 3.300 3.300l-6 6a1.200 1.200 0 0 1-1.700-1.700l5.400-5.400"
      />
    </svg>
  );
}
