let isNoted = false;

/** Of two tags the first wins (W4). Where the second names another site, its owner waits for that one: said once, where the chat is used. */
export function noteOther(site: unknown): void {
  for (const { src, dataset } of document.scripts)
    if (/\/deskbell[^/]*\.js/.test(src) && dataset.site && dataset.site !== site && !isNoted) {
      isNoted = true;
      console.warn('Deskbell: site_other', dataset.site);
    }
}
