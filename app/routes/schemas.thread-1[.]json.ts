import { z } from 'zod'
import { exportedThreadSchema } from '#app/features/threads/exports/exported-thread.ts'

/** What the JSON of a thread holds, as a JSON Schema made of the schema that it is written by. */
export async function loader() {
  return Response.json(z.toJSONSchema(exportedThreadSchema), {
    headers: { 'Content-Type': 'application/schema+json', 'Cache-Control': 'public, max-age=3600' },
  })
}
