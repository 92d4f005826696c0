import { z } from 'zod'
import type { Passage, SourceDetails } from '../../build-snapshot.ts'
import { cleanCharacters, collapseWhiteSpace } from '../../clean-characters.ts'
import { cleanByline } from '../../html/byline.ts'
import { isoDate } from '../../iso-date.ts'
import type { Pdf } from './open-pdf.ts'

const words = z.string().catch('')
const infoSchema = z.object({ Title: words, Author: words, CreationDate: words, Language: words })

/** `D:20240102030405+01'00'` (ISO 32000-2, 7.9.4) as ISO 8601, as exact as it is written. */
function pdfDate(written: string): string | null {
  const parts =
    /^(?:D:)?(\d{4})(\d{2})?(\d{2})?(?:(\d{2})(\d{2})(\d{2})?)?(?:(Z)|([+-]\d{2})'?(\d{2})?)?/.exec(written)
  if (!parts) return null
  const [, year, month, day, hour, minute, second, utc, offset, minutes] = parts
  if (!month || !day) return null
  const zone = offset ? `${offset}:${minutes ?? '00'}` : (utc ?? '')
  return isoDate(`${year}-${month}-${day}${hour ? `T${hour}:${minute}:${second ?? '00'}${zone}` : ''}`)
}

/** Titles that the program wrote, not a person: file names, "untitled". */
function statedTitle(written: string): string | null {
  const title = collapseWhiteSpace(cleanCharacters(written)).replace(
    /^(?:microsoft (?:word|powerpoint)|print)\s*-\s*/i,
    '',
  )
  const isFile =
    /\.(?:docx?|pdf|tex|dvi|ps|rtf|odt|indd|qxd|pptx?|xlsx?|html?|txt|md|fm|p65)$/i.test(title) ||
    /^\S*[\d_/\\]\S*$/.test(title)
  if (
    isFile ||
    !/\p{L}{2}|\p{Lo}/u.test(title) ||
    /^(?:untitled|unbenannt|sans titre|document|slide|title)\W*\d*$/i.test(title)
  )
    return null
  return title
}

/** The largest heading at the beginning, where the document says no title itself. */
function shownTitle(passages: readonly Passage[]): string | null {
  const headings = passages.slice(0, 12).filter(({ kind }) => kind === 'heading')
  const top = Math.min(...headings.map(({ level }) => level ?? 6))
  return headings.find(({ level }) => level === top)?.text ?? null
}

type PdfInfo = z.infer<typeof infoSchema>

export async function infoOf(pdf: Pdf): Promise<PdfInfo> {
  const found = await pdf.getMetadata().catch(() => null)
  return infoSchema.catch({ Title: '', Author: '', CreationDate: '', Language: '' }).parse(found?.info)
}

/** What a PDF says of itself; its title from its text where it says none. */
export function detailsOf(info: PdfInfo, passages: readonly Passage[]): SourceDetails {
  const author = info.Author
  // A lone word in small letters is the name of an account.
  const named = /^[a-z0-9._-]+$/.test(author.trim()) ? '' : author
  return {
    title: statedTitle(info.Title) ?? shownTitle(passages),
    byline: cleanByline([cleanCharacters(named)]),
    publishedAt: pdfDate(info.CreationDate),
    language: info.Language || null,
  }
}
