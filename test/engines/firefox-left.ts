import type { Inside } from './firefox-inside.ts';

/**
 * Where a frame goes from its empty page to one of another origin in the same process, the release runs the scripts that belong to each new
 * page in the one that has left as well, with arguments of the new one that it may not touch, and tells that as an error of the page. In each
 * process, from its beginning: who has left is given nothing to run.
 */
const IN_EACH_PROCESS = `
  const { WindowGlobalMessageHandler: Handler } = ChromeUtils.importESModule('chrome://remote/content/shared/messagehandler/WindowGlobalMessageHandler.sys.mjs');
  const { handleCommand } = Handler.prototype;
  Handler.prototype.handleCommand = function (command) {
    const hasLeft = this.innerWindowId !== this.context.window?.windowGlobalChild?.innerWindowId;
    return command.commandName === '_evaluatePreloadScripts' && hasLeft ? undefined : handleCommand.call(this, command);
  };`;

const LOADS = 'Services.ppmm.loadProcessScript(given[0], true);';

export async function sparesWhoLeft(inside: Inside): Promise<void> {
  await inside.run(LOADS, `data:application/javascript,${encodeURIComponent(IN_EACH_PROCESS)}`);
}
