import { useMemo } from 'preact/hooks';
import { useDesk } from '../context.ts';

type Option = [value: string, name: string];

interface Choices {
  tags: string[];
  segments: string[];
  languages: string[];
  sites: Option[];
}

/** What there is to choose from, as found in what is held: read when somebody sets a filter, not with each change. O(n) then. */
export function useChoices(): Choices {
  const { inbox, lists } = useDesk();
  const place = lists.place.value;
  return useMemo(() => {
    const tags = new Set<string>();
    const segments = new Set<string>();
    const languages = new Set<string>();
    const sites = new Map<string, string>();
    for (const one of inbox.conversations.peek().values()) {
      for (const tag of one.tags ?? []) tags.add(tag);
      for (const segment of one.segments ?? []) segments.add(segment);
      if (one.language) languages.add(one.language.toLowerCase());
      sites.set(one.siteId, one.siteName);
    }
    const sorted = (words: Set<string>) => [...words].sort((one, other) => one.localeCompare(other));
    return { tags: sorted(tags), segments: sorted(segments), languages: sorted(languages), sites: [...sites] };
  }, [inbox, place]);
}
