import type { ServerResponse } from 'node:http'
import type { z } from 'zod'
import { sendPage, sentencePage } from './layout.ts'

/** What a form says, by its schema; null where it is none of the page's, which the browser has been told then. */
export function readForm<Schema extends z.ZodType>(
  schema: Schema,
  fields: URLSearchParams,
  response: ServerResponse,
): z.output<Schema> | null {
  const parsed = schema.safeParse(Object.fromEntries(fields))
  if (parsed.success) return parsed.data
  const sentence = 'The form was not one of this page. Go back and send it again.'
  sendPage(response, sentencePage(400, 'Nothing was done', sentence))
  return null
}
