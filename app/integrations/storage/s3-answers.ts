import { Parser } from 'htmlparser2'
import { z } from 'zod'

const deepest = 8

/** Tells each element's path and text when it ends; answers false where the XML broke off, or can't be S3's. */
function readXml(bytes: Uint8Array, ended: (path: string, text: string) => void): boolean {
  const open: string[] = []
  let text = ''
  const parser = new Parser(
    {
      onopentag(name) {
        open.push(name)
        text = ''
        if (open.length > deepest) parser.pause()
      },
      ontext(more) {
        text += more
      },
      onclosetag() {
        ended(open.join('/'), text)
        open.pop()
        text = ''
      },
    },
    { xmlMode: true },
  )
  parser.write(new TextDecoder().decode(bytes))
  return open.length === 0
}

const errorSchema = z.object({ Code: z.string().regex(/^[A-Za-z0-9.]{1,80}$/) })

/** The code of S3's error, such as NoSuchKey; null where the answer has none. */
export function errorCodeOf({ bytes }: { bytes: Uint8Array }): string | null {
  const found: Record<string, string> = {}
  readXml(bytes, (path, text) => {
    if (path === 'Error/Code') found.Code = text
  })
  const parsed = errorSchema.safeParse(found)
  return parsed.success ? parsed.data.Code : null
}

/** What the log may know of a refusal: S3 repeats the key id and the signature in its own words. */
export const errorOfAnswer = (answer: { status: number; bytes: Uint8Array }) =>
  new Error(`S3 answered ${answer.status} ${errorCodeOf(answer) ?? 'without a code'}`)

const listSchema = z
  .object({
    IsTruncated: z.enum(['true', 'false']),
    NextContinuationToken: z.string().min(1).optional(),
    Contents: z.array(
      z.object({
        Key: z.string(),
        LastModified: z.iso.datetime({ offset: true }).transform((value) => new Date(value)),
      }),
    ),
  })
  .refine(({ IsTruncated, NextContinuationToken: next }) => IsTruncated === 'false' || next !== undefined)
  .transform((list) => ({
    files: list.Contents.map(({ Key, LastModified }) => ({ key: Key, modified: LastModified })),
    /** Where the list goes on, if it does. */
    next: list.IsTruncated === 'true' ? (list.NextContinuationToken ?? null) : null,
  }))

/** A page of ListObjectsV2; null where the answer is no such list. */
export function listOfAnswer({ bytes }: { bytes: Uint8Array }): z.output<typeof listSchema> | null {
  const root: Record<string, string> = {}
  const contents: Record<string, string>[] = []
  let entry: Record<string, string> = {}
  const isWhole = readXml(bytes, (path, text) => {
    const [, name = '', inner] = path.split('/')
    if (path === 'ListBucketResult/Contents') {
      contents.push(entry)
      entry = {}
    } else if (inner === undefined) root[name] = text
    else if (name === 'Contents') entry[inner] = text
  })
  const parsed = listSchema.safeParse({ ...root, Contents: contents })
  return isWhole && parsed.success ? parsed.data : null
}
