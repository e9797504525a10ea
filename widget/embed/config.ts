import type { LoaderReason } from './api.ts';
import { strings } from './strings.ts';

export interface Config {
  site: string;
  scriptUrl: string;
}

/** Reads the settings from the script's own tag; a reason instead when it cannot work (W2). */
export function readConfig(script: unknown): Config | LoaderReason {
  // An element named "currentScript" would stand in for the real one: only a script element is believed.
  if (!(script instanceof HTMLScriptElement) || !script.src) return complain('tag_missing', strings.tagMissing);
  const site = script.dataset.site;
  if (!site) return complain('site_missing', strings.siteMissing);
  if (!('adoptedStyleSheets' in document)) return complain('browser_too_old', strings.browserTooOld);
  return { site, scriptUrl: script.src };
}

/** This visitor has a conversation here: the panel's own marker, only read (W3). */
export function hasConversation(site: string): boolean {
  try {
    return localStorage.getItem(`deskbell:${site}:chat`) !== null;
  } catch {
    return false;
  }
}

function complain(reason: LoaderReason, text: string): LoaderReason {
  console.warn(text);
  return reason;
}
