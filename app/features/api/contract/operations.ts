import type { z } from 'zod'
import type { ApiScope } from '#app/features/accounts/api-keys/scopes.ts'
import {
  acceptedSchema,
  changedTweetSchema,
  progressAnswerSchema,
  threadListSchema,
  threadSchema,
  tokenSchema,
} from './answers.ts'
import {
  deleteQuerySchema,
  idempotencyKeySchema,
  ifMatchSchema,
  listQuerySchema,
  newThreadSchema,
  progressQuerySchema,
  threadChangeSchema,
  tokenRequestSchema,
  tweetChangeSchema,
} from './requests.ts'

export type Operation = {
  /** Its name for generated clients. */
  id: string
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  /** With {names}, each of which is a UUID. */
  path: string
  summary: string
  /** Null where nothing has to be shown. */
  scope: ApiScope | null
  query?: z.ZodObject
  headers?: { name: string; isRequired: boolean; schema: z.ZodType; about: string }[]
  body?: z.ZodType
  answer: { status: number; about: string; schema: z.ZodType | null }
  /** The statuses of the problems that it may answer, beside those that every operation may. */
  problems: number[]
}

/** Who may ask nothing, asks too much, or meets a fault of ours. */
export const problemsOfAll = [429, 500, 503]
const ofCallers = [401, 402, 403]

const ifMatch = {
  name: 'If-Match',
  isRequired: true,
  schema: ifMatchSchema,
  about: 'The version that you have read. Where the thread is of another by now, nothing is changed: 412.',
}

/** Everything that the API does, which its document and its page are made of. */
export const operations: Operation[] = [
  {
    id: 'createThread',
    method: 'POST',
    path: '/api/v1/threads',
    summary: 'Make a thread of an article or a text',
    scope: 'threads:write',
    headers: [
      {
        name: 'Idempotency-Key',
        isRequired: false,
        schema: idempotencyKeySchema,
        about:
          'The same request with the same key makes one thread and one charge, however often it is sent.',
      },
    ],
    body: newThreadSchema,
    answer: { status: 202, about: 'It is being written; Location says where it is.', schema: acceptedSchema },
    problems: [...ofCallers, 400, 411, 413, 415, 422],
  },
  {
    id: 'listThreads',
    method: 'GET',
    path: '/api/v1/threads',
    summary: 'List your threads, the newest first, or what lies in the trash',
    scope: 'threads:read',
    query: listQuerySchema,
    answer: { status: 200, about: 'A page of them.', schema: threadListSchema },
    problems: [...ofCallers, 422],
  },
  {
    id: 'readThread',
    method: 'GET',
    path: '/api/v1/threads/{threadId}',
    summary: 'Read a thread, with the verdict on each tweet and the words that back it',
    scope: 'threads:read',
    answer: { status: 200, about: 'The thread; ETag is its version.', schema: threadSchema },
    problems: [...ofCallers, 404],
  },
  {
    id: 'changeThread',
    method: 'PATCH',
    path: '/api/v1/threads/{threadId}',
    summary: 'Call a thread otherwise, or have its tweets numbered or not',
    scope: 'threads:write',
    headers: [ifMatch],
    body: threadChangeSchema,
    answer: { status: 200, about: 'The thread; ETag is its new version.', schema: threadSchema },
    problems: [...ofCallers, 400, 404, 409, 411, 412, 413, 415, 422, 428],
  },
  {
    id: 'readProgress',
    method: 'GET',
    path: '/api/v1/threads/{threadId}/progress',
    summary: 'Follow how a thread is written; 204 where nothing came within 20 seconds',
    scope: 'threads:read',
    query: progressQuerySchema,
    answer: { status: 200, about: 'How far it is.', schema: progressAnswerSchema },
    problems: [...ofCallers, 404, 422],
  },
  {
    id: 'changeTweet',
    method: 'PATCH',
    path: '/api/v1/threads/{threadId}/tweets/{tweetId}',
    summary: 'Change a tweet, and have it checked against its source again',
    scope: 'threads:write',
    headers: [ifMatch],
    body: tweetChangeSchema,
    answer: { status: 200, about: 'The tweet, and the thread’s new version.', schema: changedTweetSchema },
    problems: [...ofCallers, 400, 404, 409, 411, 412, 413, 415, 422, 428],
  },
  {
    id: 'deleteThread',
    method: 'DELETE',
    path: '/api/v1/threads/{threadId}',
    summary: 'Delete a thread: it lies in the trash for 30 days; what is being written of it stops',
    scope: 'threads:write',
    query: deleteQuerySchema,
    answer: { status: 204, about: 'It is in the trash, or gone.', schema: null },
    problems: [...ofCallers, 404, 422],
  },
  {
    id: 'getToken',
    method: 'POST',
    path: '/api/v1/token',
    summary: 'Get an access token for 15 minutes, by password or refresh token',
    scope: null,
    body: tokenRequestSchema,
    answer: { status: 200, about: 'The tokens. A refresh token works once.', schema: tokenSchema },
    problems: [400, 402, 411, 413, 415, 422],
  },
]
