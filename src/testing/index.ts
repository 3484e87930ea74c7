export {
  aBranch,
  aClientId,
  aConversation,
  aCoWorker,
  aDraft,
  aMessage,
  aPreview,
  aQuickReplyGroup,
  aRecipient,
  aRecipientSummary,
  aTemplate,
  aText,
  anApprovedTemplate,
  anAttachment,
  anOutboxEntry,
  builtAt,
} from './builders.ts';
export type { Deferred } from './deferred.ts';
export { deferred } from './deferred.ts';
export type { FakeConnectivity } from './fake-connectivity.ts';
export { fakeConnectivity } from './fake-connectivity.ts';
export type { FakeTabLinks } from './fake-tab-links.ts';
export { fakeTabLinks } from './fake-tab-links.ts';
export type { ManualClock } from './manual-clock.ts';
export { manualClock } from './manual-clock.ts';
export type { MemoryStorage, StorageFaults, StorageOperation, StoragePause } from './memory-storage.ts';
export { memoryStorage } from './memory-storage.ts';
export { settle } from './settle.ts';
export type { CallFault, CallName, CallRecord, FaultPlan, Faults, StreamFault } from './faults/fault-plan.ts';
export type { FaultyAdapter } from './faults/with-faults.ts';
export { withFaults } from './faults/with-faults.ts';
export type { Random } from './random.ts';
export { seededRandom } from './random.ts';
export type {
  ConformanceCase,
  ConformanceOutcome,
  ConformanceReport,
  ConformanceSetup,
} from './conformance/conformance.ts';
export { adapterConformance, formatReport, runConformance } from './conformance/conformance.ts';
export { ConformanceError } from './conformance/expect.ts';
export type {
  ConformanceOptions,
  ConformanceSubject,
  IncomingPicture,
  IncomingRevision,
  IncomingText,
  Need,
} from './conformance/subject.ts';
