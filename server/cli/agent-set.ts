import { type Command, Option } from 'commander';
import type { Role } from '../../protocol/wire/model.ts';
import { staffRequests } from '../../protocol/wire/staff-schemas.ts';
import { changeStaffMember } from '../usecases/change-staff.ts';
import type { Context } from '../usecases/context.ts';
import { checkInput } from './check-input.ts';
import { CommandEnd, EXIT } from './exit.ts';
import { unwrap, withInstallation } from './installation.ts';
import { printAs } from './io.ts';
import { strings } from './strings.ts';

interface Options {
  email: string;
  role?: Role;
  capacity?: string;
  department?: string[];
  skill?: string[];
  language?: string[];
  json?: boolean;
}

/** Changes what is named and leaves the rest; a list that is named replaces the old one. */
export function addAgentSet(agent: Command): void {
  const words = strings.agent;
  agent
    .command('set')
    .description(words.set)
    .requiredOption('--email <email>', words.email)
    .addOption(new Option('--role <role>', words.role).choices(['owner', 'admin', 'supervisor', 'agent', 'viewer']))
    .option('--capacity <count>', words.capacity)
    .option('--department <name...>', words.department)
    .option('--skill <skill:level...>', words.skill)
    .option('--language <tag...>', words.language)
    .option('--json', strings.json)
    .action((options: Options) =>
      withInstallation(async ({ context }) => {
        const email = options.email.trim().toLowerCase();
        const member = (await context.store.listStaff()).find((one) => one.email === email);
        if (!member) throw new CommandEnd(EXIT.refused, strings.refused.not_found);
        const { role, capacity, skill, language } = options;
        const checked = checkInput(staffRequests.member, {
          ...member,
          ...(role ? { role } : {}),
          ...(capacity === undefined ? {} : { capacity: Number(capacity) }),
          ...(skill ? { skills: skill.map(readSkill) } : {}),
          ...(language ? { languages: language } : {}),
          ...(options.department ? { departments: await findDepartments(context, options.department) } : {}),
        });
        const input = { agentId: member.id, ...checked };
        const changed = unwrap((await changeStaffMember(context, 'command_line', input)).answer);
        printAs(options.json, changed, () => [words.wasSet(email)]);
      }),
    );
}

/** `billing:4`; without a level it is 3. */
function readSkill(text: string): { skill: string; level: number } {
  const [skill = '', level = '3'] = text.split(':');
  return { skill, level: Number(level) };
}

async function findDepartments(context: Context, names: string[]): Promise<{ departmentId: string }[]> {
  const all = await context.store.listDepartments();
  return names.map((name) => {
    const found = all.find((one) => one.name === name);
    if (!found) throw new CommandEnd(EXIT.refused, strings.department.unknown(name));
    return { departmentId: found.id };
  });
}
