/** A team (C10, F10); channels are routed to teams, the default one takes what is routed nowhere. */
export interface Team {
  readonly id: string;
  readonly name: string;
  readonly isDefault: boolean;
}
