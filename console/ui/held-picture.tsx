import type { Upload } from '../../protocol/client/uploads.ts';
import type { ThreadFiles } from '../model/files.ts';
import { isComposing } from './is-composing.ts';
import { fileWords as words } from './strings-of-files.ts';
import { toBox } from './to-box.ts';

interface Props {
  upload: Upload;
  files: ThreadFiles;
}

/** A picture that is not sent yet: what it shows may be said for those who cannot see it (F9). */
export function HeldPicture({ upload, files }: Props) {
  const { name, alt } = upload.file;
  const send = (from: Element) => {
    toBox(from);
    files.release(upload);
  };
  return (
    <>
      <p class="file-limits" role="status">
        {words.notSent}
      </p>
      <div class="held">
        <input
          type="text"
          dir="auto"
          aria-label={words.describe(name)}
          placeholder={words.describeShort}
          maxLength={files.altCharsMax}
          value={alt ?? ''}
          onInput={(event) => files.uploads.describe(upload, event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || isComposing(event)) return;
            // Not the form's: what stands in the reply box is not sent by it.
            event.preventDefault();
            send(event.currentTarget);
          }}
        />
        <button
          type="button"
          class="button"
          aria-label={words.sendOne(name)}
          onClick={(event) => send(event.currentTarget)}
        >
          {words.send}
        </button>
      </div>
    </>
  );
}
