import type { Refusal } from '../../protocol/wire/errors.ts';
import type { RoutingSettings } from '../../protocol/wire/routing.ts';
import { inLanguage } from './language.ts';

/** What people read on the owners' settings pages; fetched with them. */
export const settingsWords = inLanguage('settings', {
  failed: 'This could not be loaded.',
  save: 'Save',
  saving: 'Saving…',
  saved: 'Saved.',
  cancel: 'Cancel',
  edit: (name: string) => `Edit ${name}`,
  remove: (name: string) => `Remove ${name}`,
  removedDepartment: 'A removed department',
  comma: 'Several, with commas between them.',

  people: {
    title: 'People',
    hint: 'Who answers, in which departments, and how much at once.',
    add: 'Add a person',
    name: 'Name',
    email: 'E-mail',
    role: 'Role',
    capacity: 'Conversations at once',
    departments: 'Departments',
    departmentsHint: 'None: conversations of no department only.',
    skills: 'Skills',
    skillsHint: 'Such as “billing 4, returns 2”: 1 is a little, 5 an expert.',
    languages: 'Languages',
    languagesHint: 'Such as “en, pt-BR”. Empty: any.',
    password: 'First password',
    newPassword: 'New password',
    setPassword: 'Set a new password',
    passwordHint: (min: number, max: number) =>
      `${min} to ${max} characters. Tell it in person; it can be changed after the sign-in.`,
    passwordEnds: 'It ends all sessions of this person.',
    added: 'Added. They can sign in now.',
    load: (capacity: number) => `up to ${capacity}`,
  },
  roleHints: {
    owner: 'Everything, and the other owners',
    admin: 'Everything but owners',
    supervisor: 'Answers, takes over, sees the board',
    agent: 'Answers',
    viewer: 'Looks on; good for a screen on the wall',
  },

  departments: {
    title: 'Departments',
    hint: 'Parts of the team with a queue of their own. Rules and people refer to them.',
    empty: 'No department yet: everybody answers everything.',
    add: 'Add a department',
    name: 'Name',
    capacity: 'Conversations at once',
    capacityHint: 'Empty: as many as its people can.',
    removing: 'Who waits in it goes on waiting, without a department.',
    rest: 'Only what differs from the routing rules of all.',
  },

  routing: {
    title: 'Routing',
    hint: 'Who gets whom. Each decision is shown with its reason in the thread and on the board.',
    choice: 'Who comes first among those who fit',
    choices: {
      least_share: 'Who has the smallest share of capacity in use',
      longest_idle: 'Who was idle longest',
      round_robin: 'One after the other',
    } satisfies Record<RoutingSettings['choice'], string>,
    delivery: 'How it is given',
    deliveries: { assign: 'At once', offer: 'Offered: it rings until somebody accepts' },
    offerMs: 'How long it rings (seconds)',
    answerMs: 'Goes to somebody else without an answer in (seconds)',
    missesMax: 'Set to away after so many misses in a row',
    knownAgentMs: 'Kept for the agent the visitor knows (seconds)',
    targetMs: 'Aim: an answer within (seconds)',
    inactiveMs: 'A silent conversation frees its place after (minutes)',
    never: 'Empty: never.',
    language: 'The visitor’s language',
    languages: { ignore: 'Does not matter', prefer: 'Preferred', require: 'Required' },
    rules: 'Rules',
    rulesHint: 'Each that fits adds what it asks for; the first that names a department decides.',
    noRules: 'No rule yet.',
    addRule: 'Add a rule',
    ruleName: 'Name of the rule',
    when: 'When',
    words: 'The first message has one of these words',
    page: 'The page’s address is like (* for anything)',
    returning: 'The visitor chatted here before',
    lastScoreMax: 'The last rating was this or worse',
    follows: 'Then',
    department: 'Department',
    noDepartment: 'Any',
    skills: 'Skills that are needed',
    priority: 'Moves up by so many steps',
  },

  team: {
    title: 'Team',
    hint: 'Reasons for being away, and when an open console is nobody.',
    reasons: 'Reasons for being away',
    idle: 'Set to away without input for (minutes)',
    idleHint: 'Empty: the usual 15 minutes. 0: never. A warning comes a minute before.',
  },

  problems: {
    forbidden: 'You may not change this.',
    lastOwner: 'The last owner stays one: make another owner first.',
    taken: 'This e-mail has an account already.',
    weak: 'This password is easy to guess. Choose another one.',
    later: 'The relay does not answer. Try again in a moment.',
    gone: 'It is not there any more. Load the page again.',
    noDepartment: 'A rule names a department that is not there any more. Choose another one.',
    wrong: 'Something here is not right. Check each field.',
    name: (max: number) => `Give it a name of up to ${max} characters.`,
    unseen: 'It holds a character that cannot be shown. Write it anew.',
    nameTaken: 'Another one has this name already.',
    email: 'Write an address such as ana@example.org.',
    ruleWords: (max: number, chars: number) => `Up to ${max} words of up to ${chars} characters.`,
    chars: (max: number) => `Up to ${max} characters.`,
    tooLong: 'This is too much text. Make it shorter.',
    skills: (max: number) => `Letters, digits, spaces, dots and dashes, each skill once, at most ${max} of them.`,
    languages: (max: number) => `Codes such as en or pt-BR, each once, at most ${max} of them.`,
    reasons: (max: number, chars: number) => `Up to ${max} reasons of up to ${chars} characters, each once.`,
  },
} as const);

/** A refusal in plain words; the relay's own hint says the rest for developers. */
export function settingsProblem(refusal: Refusal): string {
  const { problems } = settingsWords;
  // Said above it, with what can be done (meanwhile.tsx).
  if (refusal.error === 'changed_meanwhile') return '';
  if (refusal.error === 'forbidden') return refusal.field === 'role' ? problems.lastOwner : problems.forbidden;
  if (refusal.error === 'email_taken') return problems.taken;
  if (refusal.error === 'password_weak') return problems.weak;
  if (refusal.error === 'not_found') return problems.gone;
  if (refusal.error === 'too_large') return problems.tooLong;
  if (refusal.field?.endsWith('.departmentId')) return problems.noDepartment;
  return refusal.error === 'invalid_payload' ? problems.wrong : problems.later;
}
