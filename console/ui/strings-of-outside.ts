import type { InTrouble } from '../../protocol/wire/outside.ts';
import { inLanguage } from './language.ts';

/** Services of the owner's own: how they are connected, and what they say beside a conversation (docs/services.md). */
export const outsideWords = inLanguage('outside', {
  title: 'Connected services',
  hint: 'The relay asks these addresses, never the browser of an agent or a visitor. Nothing is asked until somebody on the team wants it, and nothing is named here at first.',
  site: 'Site',
  failed: 'The connected services could not be read.',
  again: 'Try again',
  noSite: 'There is no site yet.',
  save: 'Save',
  saving: 'Saving …',
  saved: 'Saved. It holds at once.',
  notSaved: 'This could not be saved. Please try again.',
  notAllowed:
    'Write an https address out in the world, without a port, a name and a password. A service inside your network has to be named in TRUSTED_SERVICES where the relay is started.',
  tooMuch: 'Something here is empty or too long.',

  panels: 'Customer panels',
  panelsHint: (max: number) =>
    `What your own systems know of a customer, such as orders or a contract, beside the conversation. Up to ${max}.`,
  panelsTold:
    'A system is told the conversation, and the customer’s number and e-mail address where your site has signed for them. What somebody only typed is not told.',
  noPanels: 'There is none yet.',
  panelTitle: 'Title',
  panelUrl: 'Address',
  panelUrlHint: 'Answers a POST with JSON, within five seconds. docs/services.md shows what it may say.',
  panelNamed: (title: string) => `Panel ${title}`,
  add: 'Add a panel',
  remove: (title: string) => `Remove ${title}`,
  tryIt: 'Try it',
  tryNamed: (title: string) => `Try ${title}`,
  trying: 'Asking …',
  tried: 'It answered, and an agent would see this:',
  triedUnknown:
    'It answered that it does not know the example customer (404). That is fine: agents read “Nothing is known”.',

  secret: 'Signing secret',
  secretHint:
    'With it your system knows that it is the relay that asks: each question carries Deskbell-Signature, an HMAC-SHA256 of the time and the body.',
  show: 'Show the secret',
  hide: 'Hide it',
  renew: 'Make a new one',
  renewAsk: 'Make a new secret? The old one signs nothing any more, so your systems need the new one at once.',
  renewYes: 'Make a new one',
  keep: 'Keep this one',

  leaves:
    'With it, words of your visitors leave your house for the service that you name. Say so in your privacy notice.',
  url: 'Address',
  key: 'Key',
  keyHint: 'Only where the service asks for one. It is kept encrypted, and nobody can read it here.',
  keyKept: 'A key is kept; it stays as long as this is empty and the address leads to the same place.',
  keyRemove: 'Take the key away',
  translator: 'Translation',
  translatorHint:
    'A service that speaks as LibreTranslate does. Agents read what visitors write in their own language, and can have an answer translated before they send it.',
  translatorUrlHint: 'Without /translate at its end, such as https://translate.example. Empty: no translation.',
  assistant: 'Writing assistant',
  assistantHint:
    'A service that speaks as OpenAI’s chat completions do, from any provider or your own. It suggests an answer, rewrites one, and sums up a conversation for a colleague. Nothing is ever sent by itself.',
  assistantUrlHint: 'Without /chat/completions at its end, such as https://ai.example/v1. Empty: no assistant.',
  model: 'Model',
  modelHint: 'As the service calls it.',
  triedSaid: 'It answered:',

  /** Beside the conversation. */
  unknown: 'Nothing is known of this person.',
  asOf: (at: string) => `As of ${at}`,
  askAgain: 'Ask again',
  askAgainNamed: (title: string) => `Ask again: ${title}`,
  cut: 'There is more than is shown here.',
  notAsked: 'This could not be asked just now.',
  tooOften: 'That was often. Please wait a moment, then ask again.',
  newTab: '(opens in a new tab)',
  tones: { ok: 'Fine:', warn: 'Mind:', danger: 'Careful:', info: 'Note:' },
  troubles: {
    unreachable: (name: string) => `${name} did not answer.`,
    inside: (name: string) => `${name} was not asked: its address leads inside your network.`,
    slow: (name: string) => `${name} took too long.`,
    too_large: (name: string) => `${name} answered more than can be shown.`,
    redirected: (name: string) => `${name} sent us to another address, where we do not go.`,
    refused: (name: string) => `${name} does not let us in. Its key or secret may be wrong.`,
    failed: (name: string) => `${name} has a problem of its own.`,
    busy: (name: string) => `${name} is busy. Please try again in a moment.`,
    not_json: (name: string) => `${name} answered something that we cannot read.`,
    no_key: (name: string) => `The key of ${name} cannot be read any more. It has to be entered again.`,
    wrong_form: (name: string) => `${name} answered in another form than agreed.`,
  },
  /** For owners who try it. */
  status: (status: number) => `Status ${status}.`,
  field: (path: string) => `Look at “${path}” in its answer.`,
} as const);

/** What an agent reads where a service said nothing that helps. */
export function troubleOf(name: string, { trouble }: InTrouble): string {
  return outsideWords.troubles[trouble](name);
}
