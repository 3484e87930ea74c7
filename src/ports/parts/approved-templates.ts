import type { ApprovalStatus, ApprovedTemplate } from '../../domain/approved-template.ts';
import type { ChannelKind } from '../../domain/model.ts';
import type { CallOptions, Page, PageRequest } from '../calls.ts';

/** Which approved templates. Absent fields do not narrow. */
export interface ApprovedTemplateFilter {
  readonly channel?: ChannelKind;
  /** Those of this own number, and those of none in particular. */
  readonly accountId?: string;
  readonly statuses?: readonly ApprovalStatus[];
  /** All languages of the template of this name. */
  readonly name?: string;
}

/** Templates that are registered with a provider and approved by it (B7). Each language is a template of its own. */
export interface ApprovedTemplatesPart {
  /**
   * Those of every status, so that a paused one can be shown with its reason. Ordered by name, then language. Whoever
   * needs all of them follows the cursors: searching and sorting are done on the page.
   */
  list(filter: ApprovedTemplateFilter, page?: PageRequest, options?: CallOptions): Promise<Page<ApprovedTemplate>>;
  /** Asked before a template that was chosen earlier is sent: its status may have changed. `not-found` if it is gone. */
  get(id: string, options?: CallOptions): Promise<ApprovedTemplate>;
}
