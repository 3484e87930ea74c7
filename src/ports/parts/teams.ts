import type { Team } from '../../domain/teams.ts';
import type { CallOptions } from '../calls.ts';

/** The teams of the business (C10, F10). Who is in which team stands with the co-workers (`teamIds`). */
export interface TeamsPart {
  listTeams(options?: CallOptions): Promise<readonly Team[]>;
}
