import { isTypedAnswer } from '../../protocol/kit/typed-answer.ts';
import type { FormField, FrontSettings, Intake, IntakeIn } from '../../protocol/wire/front.ts';
import type { ProactiveRule } from '../../protocol/wire/proactive.ts';

export type IntakeDecision = { do: 'keep'; intake: Intake | null } | { do: 'ask'; field: string };

/** What was said before a conversation, against what the owner asks for (B4): kept, or the first thing that is missing. */
export function decideIntake(
  front: FrontSettings,
  given: IntakeIn | undefined,
  at: number,
  rules: readonly ProactiveRule[] = [],
): IntakeDecision {
  const { form } = front;
  const fields: Intake['fields'] = [];
  for (const field of form?.fields ?? []) {
    const value = given?.fields?.[field.key]?.trim() ?? '';
    if (value === '' ? field.required : !fits(field, value)) return { do: 'ask', field: `intake.fields.${field.key}` };
    if (value !== '') fields.push({ key: field.key, label: field.label, value });
  }
  const consent = form?.consent ?? null;
  // Words that changed meanwhile were not agreed to.
  if (consent && given?.consent !== consent.version) return { do: 'ask', field: 'intake.consent' };
  const topic = front.topics.find(({ key }) => key === given?.topic);
  const complaint = form?.asksComplaint === true && given?.complaint === true;
  // X9: the words are ours, not the browser's; a rule that is gone has none any more.
  const pressed = rules.find(({ key }) => key === given?.proactive);
  if (fields.length === 0 && !consent && !topic && !complaint && !pressed) return { do: 'keep', intake: null };
  return {
    do: 'keep',
    intake: {
      fields,
      topic: topic ? { key: topic.key, label: topic.label } : null,
      consent: consent && { version: consent.version, text: consent.text, at },
      complaint,
      ...(pressed && { proactive: { key: pressed.key, text: pressed.text } }),
    },
  };
}

function fits({ kind, options }: FormField, value: string): boolean {
  return kind === 'choice' ? options.includes(value) : isTypedAnswer(kind, value);
}

/** As routing's rules read it (R14): the fields by their keys, `topic`, `complaint` = yes, and `proactive` by its key. */
export function attributesOf(intake: Intake | null): Record<string, string> {
  if (!intake) return {};
  return {
    ...Object.fromEntries(intake.fields.map(({ key, value }) => [key, value])),
    ...(intake.topic ? { topic: intake.topic.key } : {}),
    ...(intake.complaint ? { complaint: 'yes' } : {}),
    ...(intake.proactive ? { proactive: intake.proactive.key } : {}),
  };
}
