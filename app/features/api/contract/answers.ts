import { z } from 'zod'
import type { stepNames } from '#app/features/generation/progress.ts'
import { writerNames } from '#app/features/generation/writer-names.ts'
import { rangeSchema, reasonSchema, verdicts } from '#app/features/support/verdict.ts'
import { generationStatuses } from '#app/features/threads/generation-status.ts'

const time = z.iso.datetime()
const status = z
  .enum(generationStatuses)
  .describe('`waiting`: it goes on once its owner has looked at it on its page.')

export const problemSchema = z.strictObject({
  type: z.string().describe('Names the kind of problem; see the page of the API.'),
  title: z.string().describe('The status in words.'),
  status: z.int(),
  detail: z.string().describe('What happened and what to do.'),
  code: z.string(),
  errors: z.record(z.string(), z.string()).optional().describe('What is wrong with which field.'),
  upgrade: z.string().optional().describe('The page where a plan can be had that has more, where one has.'),
})

export const acceptedSchema = z.strictObject({ id: z.uuid(), url: z.string(), progress: z.string() })

const trashed = time.nullable().describe('Since when it lies in the trash; null for a thread that doesn’t.')

const threadRowSchema = z.strictObject({
  id: z.uuid(),
  title: z.string(),
  status,
  tweetCount: z.int(),
  firstTweet: z.string().nullable(),
  createdAt: time,
  trashedAt: trashed,
})

export const threadListSchema = z.strictObject({
  threads: z.array(threadRowSchema).describe('The newest first.'),
  next: z.string().nullable().describe('The cursor of the next page; null on the last.'),
})

const strictReason = z.strictObject(reasonSchema.shape)

export const tweetSchema = z.strictObject({
  id: z.uuid(),
  position: z.int().describe('From 1.'),
  text: z.string().describe('Without its number.'),
  verdict: z.enum(verdicts).nullable().describe('Whether the source backs it.'),
  reasons: z.array(strictReason).describe('Why it is doubted; offsets into its text (UTF-16).'),
  support: z
    .array(z.strictObject({ ...rangeSchema.shape, quote: z.string().nullable() }))
    .describe('What backs it: offsets into the source’s text (UTF-16), and the words there.'),
  isOpinion: z.boolean(),
  isLocked: z.boolean(),
})

const failure = z.strictObject({ code: z.string(), message: z.string(), retryable: z.boolean() }).nullable()

export const threadSchema = z.strictObject({
  id: z.uuid(),
  title: z.string(),
  status,
  version: z.int().describe('Grows with every change of the tweets; what If-Match names.'),
  numbering: z.boolean(),
  language: z.string().nullable(),
  model: z.string().nullable().describe('What wrote it; null for the built-in writer.'),
  createdAt: time,
  trashedAt: trashed,
  page: z.string().describe('Where people see it.'),
  source: z.strictObject({
    id: z.uuid(),
    origin: z.enum(['url', 'text', 'file']),
    url: z.string().nullable(),
    title: z.string().nullable(),
  }),
  tweets: z.array(tweetSchema),
  error: failure,
})

const step = z.enum(['waiting', 'active', 'done', 'skipped'])

export const progressAnswerSchema = z.strictObject({
  status,
  seq: z.int().describe('Grows with every change; give it as `since` to wait for the next.'),
  ahead: z.int().describe('How many are written before this one, while it is queued.'),
  planned: z.int().nullable().describe('How many tweets are to come in all, once that is known.'),
  writer: z.enum(writerNames).nullable(),
  steps: z.strictObject({
    fetching: step,
    reading: step,
    planning: step,
    writing: step,
    checking: step,
  } satisfies Record<(typeof stepNames)[number], typeof step>),
  tweets: z.array(
    z.strictObject({
      position: z.int(),
      text: z.string(),
      verdict: z.enum(verdicts).nullable(),
      reasons: z.array(strictReason),
      support: z.array(z.strictObject(rangeSchema.shape)),
    }),
  ),
  error: failure,
})

export const changedTweetSchema = z.strictObject({ version: z.int(), tweet: tweetSchema })

export const tokenSchema = z.strictObject({
  access_token: z.string().describe('A JWT, signed by a key of /.well-known/jwks.json.'),
  token_type: z.literal('Bearer'),
  expires_in: z.int().describe('Seconds.'),
  refresh_token: z.string().describe('Gets the next tokens, once.'),
  scope: z.string(),
})
