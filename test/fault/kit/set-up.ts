import { buildFaultRelay } from './fault-build.ts';

/** Once for all files of a run, though two projects ask for it. */
export default async function setUp(): Promise<void> {
  const run = String(process.pid);
  if (process.env.FAULT_BUILT_BY === run) return;
  process.env.FAULT_BUILT_BY = run;
  await buildFaultRelay();
}
