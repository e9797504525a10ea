import { RING_PARTS } from '../../console/ui/ask-ring.tsx';
import { INBOX_PARTS } from '../../console/ui/inbox-page.tsx';
import { fetchPart } from '../../console/ui/lazy.tsx';
import { loadSettings } from '../../console/ui/shell.tsx';

/** What the console fetches after its first drawing is there before a test begins: then it is drawn at once, as later in a browser. */
export async function consoleParts(): Promise<void> {
  await Promise.all([...INBOX_PARTS.map(fetchPart), ...RING_PARTS.map(fetchPart), fetchPart(loadSettings)]);
}
