import { AppError } from '#app/platform/errors.ts'
import type { SourceDocument } from './document.ts'
import type { FileKind } from './file-kind.ts'

/** What Threadr takes, as it is told to people. */
const takes = 'text, Markdown, HTML, PDF, Word and EPUB files (.txt, .md, .html, .pdf, .docx, .epub)'

const names: Partial<Record<FileKind, string>> = {
  zip: 'a ZIP archive',
  spreadsheet: 'a spreadsheet',
  image: 'an image',
  'audio or video': 'audio or video',
  xml: 'XML that is no article',
  'old office': 'an Office document of the old kind',
  binary: 'a file without readable text',
}

/** Documents that their own programs save as something that is read. */
const savedOtherwise: Partial<Record<FileKind, string>> = {
  'old word': 'a Word document of the old kind (.doc)',
  rtf: 'a Rich Text document (.rtf)',
  'open document': 'an OpenDocument file (.odt)',
  presentation: 'a presentation',
}

/** The refusal of a document that no reader takes. `what` may be a file kind or words that name it. */
export function unsupported(
  { url }: SourceDocument,
  what: FileKind | `a file of the type ${string}`,
): AppError {
  const options = { status: 422, field: 'source' }
  const isKind = (words: string): words is FileKind => words in names || words in savedOtherwise
  const saved = isKind(what) ? savedOtherwise[what] : undefined
  const where = url === null ? 'This file is' : 'This address holds'
  if (saved) {
    const as = what === 'presentation' ? 'as a PDF' : 'as .docx or PDF'
    return new AppError(
      'unsupported-document',
      `${where} ${saved}, which Threadr doesn't read. Save it ${as} and add that, or paste its text instead.`,
      options,
    )
  }
  const named = (isKind(what) ? names[what] : undefined) ?? what
  return new AppError(
    'unsupported-document',
    url === null
      ? `This file is ${named}. Threadr takes ${takes}; paste the text instead.`
      : `This address holds ${named}, which Threadr doesn't read. Use the address of an article, or paste its text instead.`,
    options,
  )
}
