import type { BusinessTables } from './business-tables.ts';
import type { ComposerTables } from './composer-tables.ts';
import type { NoticeTables } from './notice-tables.ts';
import type { OutsideTables } from './outside-tables.ts';
import type { PeopleTables } from './people-tables.ts';
import type { QuestionTables } from './question-tables.ts';
import type { ReplyTables } from './reply-tables.ts';
import type { RoleTables } from './role-tables.ts';
import type { SetupTables } from './setup-tables.ts';

/** What stands beside conversations, each part in a file of its own. */
export interface SideTables
  extends BusinessTables,
    ComposerTables,
    NoticeTables,
    OutsideTables,
    PeopleTables,
    QuestionTables,
    ReplyTables,
    RoleTables,
    SetupTables {}

export interface SettingTable {
  owner_kind: 'site' | 'department';
  owner_id: string;
  document: string;
  changed_at: number;
  version: number;
}
