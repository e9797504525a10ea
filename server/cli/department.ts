import type { Command } from 'commander';
import { staffRequests } from '../../protocol/wire/staff-schemas.ts';
import { addDepartment, removeDepartment } from '../usecases/departments.ts';
import { checkInput } from './check-input.ts';
import { CommandEnd, EXIT } from './exit.ts';
import { unwrap, withInstallation } from './installation.ts';
import { print, printAs, table } from './io.ts';
import { strings } from './strings.ts';

/** Parts of the team with a queue of their own. A running relay sees a change within seconds. */
export function addDepartmentCommands(program: Command): void {
  const department = program.command('department').description(strings.department.about);
  department
    .command('add')
    .description(strings.department.add)
    .requiredOption('--name <name>', strings.department.name)
    .option('--site <key>', strings.department.site)
    .option('--json', strings.json)
    .action(({ name, site, json }: { name: string; site?: string; json?: boolean }) =>
      withInstallation(async ({ context }) => {
        const sites = await context.store.listSites();
        const siteId = site === undefined ? null : sites.find((one) => one.key === site)?.id;
        if (siteId === undefined) throw new CommandEnd(EXIT.refused, strings.department.noSite);
        const checked = checkInput(staffRequests.department, { name, siteId });
        const added = unwrap((await addDepartment(context, 'command_line', checked)).answer);
        printAs(json, added, () => [strings.department.added(added.name)]);
      }),
    );
  department
    .command('list')
    .description(strings.department.list)
    .option('--json', strings.json)
    .action(({ json }: { json?: boolean }) =>
      withInstallation(async ({ context }) => {
        const departments = await context.store.listDepartments();
        const sites = new Map((await context.store.listSites()).map(({ id, name }) => [id, name]));
        const siteOf = (id: string | null) => (id === null ? strings.department.allSites : (sites.get(id) ?? ''));
        printAs(json, departments, () => table(departments.map(({ name, siteId }) => [name, siteOf(siteId)])));
      }),
    );
  department
    .command('remove')
    .description(strings.department.remove)
    .requiredOption('--name <name>', strings.department.name)
    .action(({ name }: { name: string }) =>
      withInstallation(async ({ context }) => {
        const found = (await context.store.listDepartments()).filter((one) => one.name === name);
        if (!found[0]) throw new CommandEnd(EXIT.refused, strings.department.unknown(name));
        for (const { id } of found) unwrap((await removeDepartment(context, 'command_line', { id })).answer);
        print(strings.department.removed(name));
      }),
    );
}
