import type { JobPayload } from '#app/platform/queue/catalog.ts'

/** What is told of an alert: that it fires, that nobody has acknowledged it (once more each time), that it is over. */
export type TellingStep = JobPayload<'post_alert'>['step']
