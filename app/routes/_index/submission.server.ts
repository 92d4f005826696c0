import { z } from 'zod'
import {
  fewestTweets,
  type GenerationOptions,
  generationOptionsSchema,
  mostTweets,
  tones,
} from '#app/features/generation/options.ts'
import type { Submission } from '#app/features/generation/submit-thread.ts'
import type { Upload } from '#app/features/generation/take-submission.server.ts'
import { cleanCharacters, collapseWhiteSpace } from '#app/features/sources/clean-characters.ts'
import { parseSourceInput } from '#app/features/sources/parse-input.ts'
import { readDocument } from '#app/features/sources/read-document.ts'
import { assertFileFits, readFileSource } from '#app/features/sources/read-file.ts'
import { readText } from '#app/features/sources/read-text.ts'
import { assertWithinLimits, mostCharacters } from '#app/features/sources/source-limits.ts'
import { isForWorkers } from '#app/features/sources/store-upload.ts'
import { AppError } from '#app/platform/errors.ts'
import { type LandingErrors, type LandingField, landingFields } from './landing-props.ts'

const longestFileName = 200

const blank = (value: unknown) => (value === '' || value === undefined ? undefined : value)
const ticked = z.preprocess((value) => value === 'on' || value === 'true', z.boolean())
const atMost = (characters: number) =>
  z.preprocess(
    (value) => value ?? '',
    z.string().trim().max(characters, `Use at most ${characters} characters here.`),
  )

const optionsFromForm = z.object({
  tone: z.preprocess(blank, z.enum(tones, 'Choose one of the tones in the list.').default('neutral')),
  audience: atMost(120),
  length: z.preprocess(
    blank,
    z.coerce
      .number(`Choose from ${fewestTweets} to ${mostTweets} tweets.`)
      .int(`Choose from ${fewestTweets} to ${mostTweets} tweets.`)
      .min(fewestTweets, `Choose from ${fewestTweets} to ${mostTweets} tweets.`)
      .max(mostTweets, `Choose from ${fewestTweets} to ${mostTweets} tweets.`)
      .nullable()
      .default(null),
  ),
  language: z.preprocess(
    blank,
    z
      .string()
      .refine((tag) => tag.length <= 35 && isLanguageTag(tag), 'Choose one of the languages in the list.')
      .nullable()
      .default(null),
  ),
  numbering: ticked,
  hashtags: ticked,
  callToAction: atMost(200),
  instruction: atMost(500),
  planFirst: ticked,
  review: ticked.transform((asked) => (asked ? ('always' as const) : ('when-doubtful' as const))),
})

const submissionKeySchema = z.uuid()

export type ParsedSubmission =
  | {
      ok: true
      submission: Submission | Upload
      options: GenerationOptions
      submissionKey: string | undefined
      values: Record<string, string>
    }
  | { ok: false; errors: LandingErrors; values: Record<string, string> }

/** What was typed, to be shown again where it could not be taken. */
export function typedValues(form: FormData): Record<string, string> {
  const values: Record<string, string> = {}
  for (const field of landingFields) {
    const value = form.get(field)
    if (typeof value === 'string') values[field] = value
  }
  return values
}

/** Reads the landing page's form. Whatever is wrong is told at its field, with what was typed. */
export async function parseSubmission(form: FormData): Promise<ParsedSubmission> {
  const values = typedValues(form)
  const errors: LandingErrors = {}
  const options = optionsFromForm.safeParse(values)
  for (const issue of options.error?.issues ?? []) errors[fieldOf(String(issue.path[0]))] ??= issue.message
  const submission = await readSubmission(form, values.source ?? '').catch((error: unknown) => {
    if (!(error instanceof AppError)) throw error
    // Whatever is wrong with what a file holds is told at the file.
    errors[hasFile(form) ? 'file' : fieldOf(error.field)] ??= error.message
    return null
  })
  if (!options.success || submission === null) return { ok: false, errors, values }
  const key = submissionKeySchema.safeParse(form.get('submissionKey'))
  return {
    ok: true,
    submission,
    options: generationOptionsSchema.parse(options.data),
    submissionKey: key.success ? key.data : undefined,
    values,
  }
}

/** The field an error belongs to; what belongs to none stands above the form. */
export function fieldOf(name: string | undefined): LandingField {
  return landingFields.find((field) => field === name) ?? 'form'
}

/** A browser sends the file field empty where none was chosen. */
function hasFile(form: FormData): boolean {
  const file = form.get('file')
  return file instanceof File && file.size > 0
}

async function readSubmission(form: FormData, typed: string): Promise<Submission | Upload> {
  const file = form.get('file')
  if (file instanceof File && hasFile(form)) return readUpload(file)
  const input = parseSourceInput(typed, { maxCharacters: mostCharacters })
  if (input.kind === 'url') return { origin: 'url', url: input.url }
  const snapshot = readText(input.text)
  assertWithinLimits(snapshot)
  return { origin: 'text', snapshot }
}

/** Text is read at once, so that what is wrong with it is told at its field; what takes long is left to a worker. */
async function readUpload(file: File): Promise<Submission | Upload> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  const fileName = collapseWhiteSpace(cleanCharacters(file.name)).slice(0, longestFileName)
  assertFileFits(bytes)
  if (isForWorkers(bytes)) return { fileName, bytes }
  const reading = await readFileSource({ name: fileName, bytes }, readDocument)
  if (reading.type === 'feed') throw new AppError('is-a-feed', 'This file is a feed.', { status: 422 })
  assertWithinLimits(reading.snapshot)
  return { origin: 'file', fileName, snapshot: reading.snapshot }
}

function isLanguageTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1
  } catch {
    return false
  }
}
