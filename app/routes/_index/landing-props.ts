import type { WriterName } from '#app/features/generation/writer-names.ts'
import type { ThreadRow } from '#app/features/threads/thread-row.ts'
import type { LeadsTo } from '#app/platform/errors.ts'

export const landingFields = [
  'source',
  'file',
  'tone',
  'audience',
  'length',
  'language',
  'numbering',
  'hashtags',
  'callToAction',
  'instruction',
  'review',
  'planFirst',
  'form',
] as const
export type LandingField = (typeof landingFields)[number]
export type LandingErrors = Partial<Record<LandingField, string>>

export type ExampleParagraph = {
  text: string
  /** Position, from 1, of the tweet that the paragraph went into; null where none took it. */
  used: number | null
  /** Where in `text` the tweet took it from: UTF-16 offsets, end exclusive. Without them the whole paragraph counts. */
  spans?: { start: number; end: number }[]
}

export type Example = {
  title: string
  byline: string
  paragraphs: ExampleParagraph[]
  tweets: string[]
}

export type LandingPageProps = {
  errors: LandingErrors
  /** What was sent with the form that failed, by field name, so that nothing has to be typed twice. */
  values: Record<string, string>
  /** Makes a form that is sent twice one thread. */
  submissionKey: string
  /** What is left of the plan, where that is little. */
  quota: string | null
  /** Where more can be had of it, and where something can be done about what is wrong. */
  quotaLeadsTo?: LeadsTo | null
  leadsTo?: LeadsTo | null
  /** Whether a visitor may have more for an address. */
  mayLeaveAddress: boolean
  recent: ThreadRow[]
  writer: WriterName
  /** Null for who has threads and is in of the flag short-landing. */
  example: Example | null
}

const outsideOptions: readonly LandingField[] = ['source', 'file', 'form']

/** Whether the folded options must stand open: an error inside them may not be hidden. */
export function optionsOpen(errors: LandingErrors): boolean {
  return landingFields.some((field) => !outsideOptions.includes(field) && errors[field] !== undefined)
}
