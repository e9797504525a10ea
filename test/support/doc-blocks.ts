import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A block of code in a document, named by where it stands: `Install · WordPress · php`. */
export interface DocBlock {
  name: string;
  kind: string;
  text: string;
}

const STOP = /[.:]$/;

/** All blocks of a document in order. A second one of the same place and kind is called `… html 2`. */
export function blocksOf(document: string): DocBlock[] {
  const lines = readFileSync(join(import.meta.dirname, '../..', document), 'utf8').split('\n');
  const found: DocBlock[] = [];
  const counts = new Map<string, number>();
  let [section, lead] = ['', ''];
  let open: { block: DocBlock; lines: string[] } | null = null;
  for (const line of lines) {
    const fence = /^\s*```(.*)$/.exec(line);
    if (open && fence) {
      found.push({ ...open.block, text: open.lines.join('\n') });
      open = null;
    } else if (open) {
      open.lines.push(line);
    } else if (fence) {
      const [, kind = ''] = fence;
      const place = [section, lead, kind].filter(Boolean).join(' · ');
      const count = (counts.get(place) ?? 0) + 1;
      counts.set(place, count);
      open = { block: { name: count > 1 ? `${place} ${count}` : place, kind, text: '' }, lines: [] };
    } else if (line.startsWith('## ')) {
      [section, lead] = [line.slice(3), ''];
    } else if (line.startsWith('**')) {
      lead = (line.split('**')[1] ?? '').replace(STOP, '');
    }
  }
  if (open) throw new Error(`${document}: the block "${open.block.name}" has no end.`);
  return found;
}
