import { useState } from 'preact/hooks';
import { TextField } from './text-field.tsx';

interface Props {
  label: string;
  lines: readonly string[];
  onChange(lines: string[]): void;
  hint?: string;
  id?: string;
  rows?: number;
  of?: string | undefined;
  fault?: string | null;
}

const linesOf = (text: string) => text.split('\n').flatMap((line) => line.trim() || []);

/** A list that people write one a line. What they are in the middle of, such as an empty line, stays as they write it. */
export function LinesField({ lines, onChange, rows = 3, ...rest }: Props) {
  const [text, setText] = useState(lines.join('\n'));
  const isMine = linesOf(text).join('\n') === lines.join('\n');
  return (
    <TextField
      {...rest}
      rows={rows}
      // Discarded, or taken from somebody else meanwhile: what is stored counts.
      value={isMine ? text : lines.join('\n')}
      onInput={(next) => {
        setText(next);
        onChange(linesOf(next));
      }}
    />
  );
}
