import type { Availability } from '../domain/assignment.ts';
import type { PresencePart } from '../ports/parts/presence.ts';
import type { MessagingSession } from '../sync/session-api.ts';

/** Who is logged in (D2, E7); nobody is known to be where the backend cannot tell. */
export async function loadAvailability(session: MessagingSession): Promise<ReadonlyMap<string, Availability>> {
  const presence = presenceOf(session);
  if (!presence) return new Map();
  const [present, coWorkers] = await Promise.all([presence.listPresent(), session.listCoWorkers()]);
  const isThere = new Set(present);
  return new Map(coWorkers.map(({ id }) => [id, isThere.has(id) ? 'online' : 'offline']));
}

/** What the backend knows about who is there, if anything. */
export function presenceOf(session: MessagingSession): PresencePart | undefined {
  const parts = session.status.value.backend?.capabilities.parts ?? [];
  return parts.includes('presence') ? session.part('presence') : undefined;
}
