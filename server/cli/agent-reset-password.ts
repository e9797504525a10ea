import type { Command } from 'commander';
import { newAgent } from '../../protocol/wire/schemas.ts';
import { resetPassword } from '../usecases/reset-password.ts';
import { checkInput } from './check-input.ts';
import { unwrap, withInstallation } from './installation.ts';
import { print, readPassword } from './io.ts';
import { strings } from './strings.ts';

export function addAgentResetPassword(agent: Command): void {
  agent
    .command('reset-password')
    .description(strings.agent.reset)
    .requiredOption('--email <email>', strings.agent.email)
    .action(async ({ email }: { email: string }) => {
      const { password } = checkInput(newAgent.pick({ password: true }), { password: await readPassword() });
      await withInstallation(async ({ context }) => {
        // A running relay sees within a second that the sessions are gone, and ends their connections.
        unwrap((await resetPassword(context, { email, password })).answer);
        print(strings.agent.wasReset(email));
      });
    });
}
