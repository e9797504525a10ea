import type { Schema } from '../gateway/rows.ts';
import { CommandEnd, EXIT } from './exit.ts';
import { strings } from './strings.ts';

/** The same checks as over the wire; a person typed this, so the sentence names the option. */
export function checkInput<In>(schema: Schema<In>, input: unknown): In {
  const checked = schema.safeParse(input);
  if (checked.success) return checked.data;
  const issue = checked.error.issues[0];
  if (issue?.path[0] === 'password') throw new CommandEnd(EXIT.wrongUse, strings.agent.passwordLength);
  const option = issue && issue.path.length > 0 ? `--${String(issue.path[0])}: ` : '';
  throw new CommandEnd(EXIT.wrongUse, `${option}${issue?.message ?? 'not valid'}`);
}
