import type { Upload, Uploads } from '../../protocol/client/uploads.ts';
import type { FileCard, FileKind, FileRules } from '../../protocol/wire/files.ts';
import { fileStrings as words } from './file-strings.ts';
import { handed } from './handed.ts';
import { Icon } from './icons.tsx';
import { strings } from './strings.ts';
import css from './styles/files.css?inline';

export { css, words };

/** What the part needs of the browser; later-files.tsx joins it. */
export interface FilesParts {
  uploads: Uploads;
  chosenMax: number;
  /** Called at each change of what is on its way. */
  listen(changed: () => void): () => void;
  readRules(): void;
  chosen(files: Iterable<unknown>): Parameters<Uploads['add']>[0];
  load(id: string): Promise<Blob | null>;
  draw(blob: Blob, canvas: HTMLCanvasElement | null): Promise<boolean>;
  save(blob: Blob, name: string): void;
  /** It stands in the chat: what seemed lost had arrived. */
  isStored(clientId: string): boolean;
  /** Not chosen by somebody who was here before. */
  isOurs(upload: Upload): boolean;
}

const PAPER = 'M5 2.5h6l4 4v11H5zM11 2.5v4h4';

export interface FilesProps {
  /** A file in the chat; without it: the button and what is on its way. */
  file?: FileCard | undefined;
}

export function createView(parts: FilesParts) {
  return ({ file }: FilesProps) => (file ? <Sent file={file} parts={parts} /> : <Attach parts={parts} />);
}

function sizeOf(bytes: number): string {
  // Nothing that is something is shown as 0.
  const [value, unit] =
    bytes < 1_048_576 ? [Math.max(0.1, bytes / 1_024), 'kilobyte'] : [bytes / 1_048_576, 'megabyte'];
  const style = { style: 'unit', unit, maximumFractionDigits: value < 10 ? 1 : 0 } as const;
  return new Intl.NumberFormat(strings.lang, style).format(value);
}

function limitsOf({ bytesMax, kinds }: FileRules): string {
  const names: Record<FileKind, string> = {
    image: words.kindImage,
    document: words.kindDocument,
    archive: words.kindArchive,
    other: words.kindOther,
  };
  return words.upTo(sizeOf(bytesMax), kinds.map((kind) => names[kind]).join(', '));
}

/** By button, by paste and by drop; what is on its way, with a way to take it back. */
function Attach({ parts }: { parts: FilesParts }) {
  const { uploads } = parts;
  const [, draw] = handed.useState({});
  const [over, setOver] = handed.useState(false);
  const place = handed.useRef<HTMLDivElement>(null);
  const input = handed.useRef<HTMLInputElement>(null);
  handed.useEffect(() => {
    parts.readRules();
    return parts.listen(() => draw({}));
  }, []);
  const add = (files: Iterable<unknown> | null | undefined) => uploads.add(parts.chosen(files ?? []));
  handed.useEffect(() => catchFiles(place.current?.closest<HTMLElement>('.panel'), add, setOver), []);
  const { rules } = uploads;
  handed.useLayoutEffect(() => {
    // The button has made it narrower: what is written there may need another line.
    const box = place.current?.closest('form')?.querySelector('textarea');
    if (box) box.style.height = `${box.scrollHeight}px`;
  }, [rules?.on]);
  const list = uploads.list.filter(
    (one) => parts.isOurs(one) && (one.error !== 'lost' || !parts.isStored(one.clientId)),
  );
  return (
    <div class="files" ref={place}>
      {rules?.on && (
        <>
          <input
            ref={input}
            type="file"
            multiple={parts.chosenMax > 1}
            hidden
            onChange={(event) => {
              add(event.currentTarget.files);
              event.currentTarget.value = '';
            }}
          />
          <button
            type="button"
            class="quiet square"
            aria-label={words.attach}
            aria-describedby="limits"
            title={limitsOf(rules)}
            onClick={() => input.current?.click()}
          >
            <Icon shape="m14.5 9-5 5a3 3 0 0 1-4.2-4.2l6-6a2 2 0 0 1 2.9 2.9l-6 6a1 1 0 0 1-1.5-1.5l5-5" />
          </button>
          <p class={list.length > 0 ? 'hint limits shown' : 'hint limits'} id="limits">
            {limitsOf(rules)}
          </p>
          {list.length > 0 && (
            <ul class="uploads">
              {list.map((upload) => (
                <Row key={upload.clientId} upload={upload} parts={parts} />
              ))}
            </ul>
          )}
          {over && <p class="drop">{words.drop}</p>}
        </>
      )}
    </div>
  );
}

/** Pasted or dropped anywhere in the panel. Texts go their own way. */
function catchFiles(
  panel: HTMLElement | null | undefined,
  add: (files: Iterable<unknown> | undefined) => void,
  setOver: (over: boolean) => void,
): () => void {
  const take = (event: Event, given: DataTransfer | null) => {
    if (!given?.files.length) return;
    event.preventDefault();
    add(given.files);
  };
  const handlers: Record<string, (event: Event) => void> = {
    paste: (event) => {
      const { clipboardData: given } = event as ClipboardEvent;
      // What office programs copy is text, with a picture of it beside.
      if (!['text/plain', 'text/html'].every((type) => given?.types.includes(type))) take(event, given);
    },
    dragover: (event) => {
      if (!(event as DragEvent).dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      setOver(true);
    },
    dragleave: (event) => {
      if (!panel?.contains((event as DragEvent).relatedTarget as Node | null)) setOver(false);
    },
    drop: (event) => {
      setOver(false);
      take(event, (event as DragEvent).dataTransfer);
    },
  };
  // Its `signal` is all that a listener's options are asked for.
  const stop = new AbortController();
  for (const [name, handler] of Object.entries(handlers)) panel?.addEventListener(name, handler, stop);
  return () => stop.abort();
}

function Row({ upload, parts }: { upload: Upload; parts: FilesParts }) {
  const { file, state, done } = upload;
  const [drawn, setDrawn] = handed.useState(false);
  const canvas = handed.useRef<HTMLCanvasElement>(null);
  handed.useEffect(() => {
    if (file.type.startsWith('image/')) void file.draw(canvas.current).then(setDrawn);
  }, []);
  const percent = new Intl.NumberFormat(strings.lang, { style: 'percent' }).format(done);
  const failed = state === 'failed';
  const { name } = file;
  return (
    <li class={`upload ${state}`}>
      <canvas ref={canvas} class="thumb" hidden={!drawn} />
      {!drawn && <Icon shape={PAPER} />}
      <div class="what">
        <p class="name">{name}</p>
        <p class="hint" role={failed ? 'alert' : undefined}>
          {failed ? problemOf(upload, parts) : state === 'waiting' ? words.waiting : words.sending(percent)}
        </p>
        {!failed && <progress max={1} value={done} aria-label={words.sending(name)} />}
      </div>
      {failed && upload.error === 'unreadable' && (
        <button type="button" class="link" onClick={() => parts.uploads.retry(upload)}>
          {strings.retry}
        </button>
      )}
      <button
        type="button"
        class="quiet square"
        aria-label={(failed ? words.remove : words.cancel)(name)}
        onClick={(event) => {
          // W14: it goes with its row.
          event.currentTarget.closest('.files')?.querySelector('button')?.focus();
          parts.uploads.remove(upload);
        }}
      >
        <Icon shape="m5.5 5.5 9 9m0-9-9 9" />
      </button>
    </li>
  );
}

function problemOf({ error }: Upload, { uploads, chosenMax }: FilesParts): string {
  const texts: Partial<Record<NonNullable<Upload['error']>, string>> = {
    too_large: words.tooLarge(sizeOf(uploads.rules?.bytesMax ?? 0)),
    too_many: words.tooMany(chosenMax),
    file_refused: words.wrongKind,
    file_quota: words.noRoom,
    files_off: words.filesOff,
    unreadable: words.unreadable,
    unclean: words.unclean,
    lost: words.lost,
    empty: words.empty,
  };
  return (error && texts[error]) ?? words.notTaken;
}

/** A file in the chat: a picture is drawn, everything else has its name and size. Both are saved with a press. */
function Sent({ file, parts }: { file: FileCard; parts: FilesParts }) {
  const { id, name, bytes, width, height, alt } = file;
  const [state, setState] = handed.useState<'' | 'plain' | 'gone'>('');
  const canvas = handed.useRef<HTMLCanvasElement>(null);
  handed.useEffect(() => {
    if (!width || !canvas.current) return;
    const seen = new IntersectionObserver(async ([entry]) => {
      if (!entry?.isIntersecting) return;
      seen.disconnect();
      const blob = await parts.load(id);
      if (!blob) setState('gone');
      // It is there to be saved, and no picture to this browser.
      else if (!(await parts.draw(blob, canvas.current))) setState('plain');
    });
    seen.observe(canvas.current);
    return () => seen.disconnect();
  }, [id]);
  const save = async () => {
    const blob = await parts.load(id);
    if (blob) parts.save(blob, name);
    else setState('gone');
  };
  const isPicture = width && height && !state;
  const label = words.download(name);
  // A picture's name is what it shows; what a press does is said after it.
  return (
    <button type="button" class="sent-file" aria-label={isPicture ? undefined : label} title={label} onClick={save}>
      {isPicture ? (
        <canvas
          ref={canvas}
          class="picture"
          role="img"
          aria-label={alt || words.picture(name)}
          style={{ aspectRatio: `${width} / ${height}` }}
        />
      ) : (
        <>
          <Icon shape={PAPER} />
          <span class="what">
            <span class="name">{name}</span>
            <span class="size">{state === 'gone' ? words.gone : sizeOf(bytes)}</span>
          </span>
        </>
      )}
    </button>
  );
}
