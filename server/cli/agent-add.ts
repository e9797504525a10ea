import { type Command, Option } from 'commander';
import type { Role } from '../../protocol/wire/model.ts';
import { ROLES } from '../../protocol/wire/permissions.ts';
import { newAgent } from '../../protocol/wire/schemas.ts';
import { addAgent } from '../usecases/add-agent.ts';
import { checkInput } from './check-input.ts';
import { unwrap, withInstallation } from './installation.ts';
import { printAs, readPassword } from './io.ts';
import { strings } from './strings.ts';

interface Options {
  email: string;
  name: string;
  role: Role;
  json?: boolean;
}

export function addAgentAdd(agent: Command): void {
  agent
    .command('add')
    .description(strings.agent.add)
    .requiredOption('--email <email>', strings.agent.email)
    .requiredOption('--name <name>', strings.agent.name)
    .addOption(new Option('--role <role>', strings.agent.role).choices(ROLES).default('agent'))
    .option('--json', strings.json)
    .action(async ({ email, name, role, json }: Options) => {
      const checked = checkInput(newAgent, { email, name, password: await readPassword() });
      await withInstallation(async ({ context }) => {
        const { agent: added } = unwrap((await addAgent(context, { ...checked, role })).answer);
        printAs(json, added, () => [strings.agent.added(added.name, added.email)]);
      });
    });
}
