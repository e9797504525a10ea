/** Columns of docs/notices.md. */
export interface NoticeTables {
  agent_notices: { agent_id: string; document: string; changed_at: number };
  push_key: { one: number; public_key: string; private_key: string; made_at: number };
  push_device: {
    id: string;
    agent_id: string;
    session_id: string;
    endpoint: string;
    p256dh: string;
    auth: string;
    name: string;
    added_at: number;
    visible_until: number;
  };
  push_outbox: {
    id: string;
    device_id: string;
    cause: string;
    document: string;
    made_at: number;
    open: number;
    due_at: number;
    tries: number;
    lease_until: number;
  };
}
