import type { Notice } from '../usecases/context.ts';

/** Where a worker's notices go: the fan-out. Must not throw. */
export type Tell = (notices: Notice[]) => void;

/** A worker never throws; what went wrong goes here and the next look tries again. */
export type ReportFailure = (task: string, error: unknown) => void;
