import { strToU8, Zip, ZipDeflate } from 'fflate'
import type { DataFile } from './data-files.ts'

/** A zip archive of files as they come, so that only what is compressed lies in memory. Throws what the files throw. */
export async function zip(files: AsyncIterable<DataFile>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let failure: Error | null = null
  const archive = new Zip((error, chunk) => {
    if (error) failure = error
    else chunks.push(chunk)
  })
  for await (const { name, text } of files) {
    const file = new ZipDeflate(name, { level: 6 })
    archive.add(file)
    file.push(strToU8(text), true)
    if (failure) throw failure
  }
  archive.end()
  return Buffer.concat(chunks)
}
