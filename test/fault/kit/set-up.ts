import { buildFaultRelay } from './fault-build.ts';

/** Once for all files of the suite. */
export default buildFaultRelay;
