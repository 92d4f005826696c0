import { namesInZip } from './read-zip.ts'

/** Documents that are archives of several files, and what else an archive may be. */
export type ArchiveKind = 'docx' | 'epub' | 'spreadsheet' | 'presentation' | 'open document' | 'zip'

/** Tells what an archive is by the names in its directory; an archive that can't be read is a plain one. */
export function archiveKind(bytes: Uint8Array): ArchiveKind {
  const names = namesInZip(bytes) ?? []
  const has = (name: RegExp) => names.some((each) => name.test(each))
  if (has(/^\[Content_Types\]\.xml$/)) {
    if (has(/^word\/\w+\.xml$/)) return 'docx'
    if (has(/^xl\//)) return 'spreadsheet'
    if (has(/^ppt\//)) return 'presentation'
  }
  if (has(/^META-INF\/container\.xml$/)) return 'epub'
  if (has(/^META-INF\/manifest\.xml$/) && has(/^content\.xml$/)) return 'open document'
  return 'zip'
}

/** What an OLE file holds, the container of Office before 2007 and of today's protected documents. */
export type OldOfficeKind = 'old word' | 'protected office' | 'old office'

/** Tells it by the names of its streams, which are UTF-16 in its directory. */
export function oldOfficeKind(bytes: Uint8Array): OldOfficeKind {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const has = (name: string) => buffer.includes(Buffer.from(name, 'utf16le'))
  if (has('EncryptedPackage')) return 'protected office'
  return has('WordDocument') ? 'old word' : 'old office'
}
