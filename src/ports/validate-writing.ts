import type { Message } from '../domain/model.ts';
import type { MessagingAdapter, OutgoingMessage, OutgoingNote, WritingCalls } from './adapter.ts';
import { toAdapterError } from './adapter-error.ts';
import type { PartGuard } from './guard-calls.ts';
import type { Check } from './validate.ts';
import { just, orNull, shape } from './validate.ts';
import { conversation, message } from './validate-model.ts';
import { about, both, reader } from './validate-reading.ts';
import { SinkGuard } from './validate-sink.ts';

/**
 * The calls of an adapter that change something, ask what became of it, or listen, with the promises of `ValidatedReading`;
 * a batch of changes that cannot be read at all leaves a hole, so the stream is reset.
 */
export function guardedWriting(adapter: MessagingAdapter, guard: PartGuard): WritingCalls {
  const { call } = guard;
  return {
    findMessage: (clientId, options) => {
      const check = orNull(both(message, shape({ clientId: just(clientId) })));
      return call(() => adapter.findMessage(clientId, options), reader('findMessage', check), options);
    },
    send: (outgoing, options) =>
      call(() => adapter.send(outgoing, options), reader('send', echoOf(outgoing, 'outgoing')), options),
    addNote: (note, options) =>
      call(() => adapter.addNote(note, options), reader('addNote', echoOf(note, 'note')), options),
    open: (request, options) => call(() => adapter.open(request, options), reader('open', conversation), options),
    update: (id, change, options) =>
      call(() => adapter.update(id, change, options), reader('update', about(conversation, id)), options),
    subscribe: subscribing(adapter, guard),
  };
}

function subscribing(adapter: MessagingAdapter, { refuse, open, isClosed }: PartGuard): MessagingAdapter['subscribe'] {
  return (scope, sink, from) => {
    if (isClosed()) return () => undefined;
    const guard = new SinkGuard(sink, refuse);
    let end: (() => void) | undefined;
    const stop = (): void => {
      if (!open.delete(stop)) return;
      guard.mute();
      try {
        if (typeof end === 'function') end();
      } catch (error) {
        refuse(toAdapterError(error));
      }
    };
    open.add(stop);
    try {
      end = adapter.subscribe(scope, guard, from);
    } catch (error) {
      guard.link('offline', error);
    }
    return stop;
  };
}

function echoOf(command: OutgoingMessage | OutgoingNote, direction: Message['direction']): Check<Message> {
  const { clientId, conversationId } = command;
  return both(
    message,
    shape({ clientId: just(clientId), conversationId: just(conversationId), direction: just(direction) }),
  );
}
