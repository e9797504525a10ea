import type { Command } from 'commander';
import { withInstallation } from './installation.ts';
import { printAs, table } from './io.ts';
import { strings } from './strings.ts';

export function addAgentList(agent: Command): void {
  agent
    .command('list')
    .description(strings.agent.list)
    .option('--json', strings.json)
    .action(({ json }: { json?: boolean }) =>
      withInstallation(async ({ context }) => {
        const agents = await context.store.listAgents();
        printAs(json, agents, () => table(agents.map(({ email, name, role }) => [email, name, role])));
      }),
    );
}
