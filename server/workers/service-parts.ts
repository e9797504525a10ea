import type { Context } from '../usecases/context.ts';
import type { ReportFailure, Tell } from './tell.ts';

export interface ServiceParts {
  context: Pick<Context, 'store' | 'clock' | 'zones' | 'ids'>;
  tell: Tell;
  wakeRouting: () => void;
  onFailure: ReportFailure;
}
