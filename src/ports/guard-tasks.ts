import { toAdapterError } from './adapter-error.ts';
import type { PartGuard } from './guard-calls.ts';
import type { AssistantPart, AssistantTask } from './parts/assistant.ts';
import { anArray, oneOf } from './validate.ts';
import { read, sift } from './validate-reading.ts';

const task = oneOf<AssistantTask>({ suggest: 1, rewrite: 1, translate: 1, summarise: 1 });

/** What an assistant says it can do, without what nobody knows. */
export function knownTasks(part: AssistantPart, { refuse }: PartGuard): readonly AssistantTask[] {
  try {
    const { good, error } = sift(read('tasks', anArray, part.tasks), { call: 'tasks', field: '', check: task, refuse });
    if (error) refuse(error);
    return good;
  } catch (error) {
    refuse(toAdapterError(error));
    return [];
  }
}
