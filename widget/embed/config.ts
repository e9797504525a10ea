import type { DeskbellOptions, LoaderReason } from './api.ts';
import { COMPLAINT } from './strings.ts';

export type Config = DeskbellOptions & { scriptUrl: string };

/** For the owner, in the browser's console; docs/widget.md says under W2 what to do about each. */
export const complain = <Reason>(reason: Reason): Reason => {
  console.warn(COMPLAINT + (reason as string));
  return reason;
};

/** Reads the settings from the script's own tag; a reason instead where it can never work (W2). */
export const readConfig = (script: unknown): Config | LoaderReason => {
  // An element named "currentScript" would stand in for the real one: only a script element is believed.
  if (!(script instanceof HTMLScriptElement && script.src)) return complain('tag_missing');
  // A page may have taken shadow roots away.
  if (!(document.adoptedStyleSheets && script.attachShadow)) return complain('browser_too_old');
  return { ...script.dataset, scriptUrl: script.src };
};

/** This visitor has a conversation here: the panel's own marker, only read (W3). */
export const hasConversation = (site: string | undefined): boolean => {
  try {
    return `deskbell:${site}:chat` in localStorage;
  } catch {
    return false;
  }
};

/** All that the panel has ever written for this site (I6). */
export const wipe = (site: string | undefined): void => {
  try {
    for (const shelf of [localStorage, sessionStorage])
      for (const key in shelf) if (key.startsWith(`deskbell:${site}:`)) delete shelf[key];
    // Unsent messages.
    indexedDB.deleteDatabase(`deskbell:${site}`);
  } catch {
    // Denied, all of them together: then there is nothing.
  }
};
