/** What the storage of one tenant and agent is called in this browser. */
export interface StorageNames {
  readonly database: string;
  /** Channel on which tabs say that they changed something. */
  readonly changes: string;
  /** What the keys of the journal begin with. */
  readonly journal: string;
}

/** Names by tenant and agent; two different pairs never share one, whatever characters their ids hold. */
export function storageNames(tenantId: string, agentId: string): StorageNames {
  const owner = `${escapeId(tenantId)}/${escapeId(agentId)}`;
  return {
    database: `conversation-elements/outbox/${owner}`,
    changes: `conversation-elements/outbox/${owner}/changes`,
    journal: `conversation-elements/journal/${owner}/`,
  };
}

/** Not `encodeURIComponent`: that throws on half a surrogate pair. */
function escapeId(id: string): string {
  return id.replaceAll('%', '%25').replaceAll('/', '%2F');
}
