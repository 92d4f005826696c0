import { getDocumentProxy } from 'unpdf'
import { AppError } from '#app/platform/errors.ts'
import { damaged, guarded, tooMany } from '../refuse.ts'

export type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>

const mostPages = 500

// Text alone is wanted: no fonts are set up, no code compiled, and nothing is fetched from anywhere.
const onlyText = {
  verbosity: 0,
  isEvalSupported: false,
  useWasm: false,
  useWorkerFetch: false,
  useSystemFonts: false,
  disableFontFace: true,
  enableXfa: false,
  stopAtErrors: false,
  maxImageSize: 1,
  isOffscreenCanvasSupported: false,
  isImageDecoderSupported: false,
}

/**
 * Opens a PDF, hands it to `use`, and lets go of all it holds. Throws AppErrors for the field `source`: `file-protected`
 * where it wants a password, `source-too-long` over 500 pages, `file-damaged` for whatever the library stumbles over.
 */
export async function withPdf<Result>(
  bytes: Uint8Array,
  use: (pdf: Pdf) => Promise<Result>,
): Promise<Result> {
  let pdf: Pdf | null = null
  try {
    // A copy, since the library makes the bytes its own; and no Buffer, which it refuses.
    pdf = await getDocumentProxy(new Uint8Array(bytes), onlyText)
    if (pdf.numPages > mostPages) throw tooMany('PDF', pdf.numPages, 'pages', mostPages)
    return await use(pdf)
  } catch (error) {
    if (error instanceof AppError || (error instanceof Error && error.name === 'AbortError')) throw error
    if (error instanceof Error && error.name === 'PasswordException') throw guarded('PDF')
    throw damaged('PDF', error)
  } finally {
    await pdf?.loadingTask.destroy()
  }
}
