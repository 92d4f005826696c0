import { inflateRawSync } from 'node:zlib'
import { damaged, type FileNoun, guarded, tooComplex } from './refuse.ts'

/** Bytes of everything in an archive, by its directory as well as in fact. */
const mostUnpacked = 100 * 1024 * 1024
/** Bytes of one entry. */
const mostOfEntry = 20 * 1024 * 1024
const mostEntries = 10_000

type Entry = { name: string; offset: number; packed: number; unpacked: number; method: number; flags: number }

/** An archive whose entries are unpacked one by one, and never more of them than the limits allow. */
export type Zip = {
  names: ReadonlySet<string>
  /** An entry's bytes; null where there is none of that name. Throws `file-damaged`, `file-protected`, `file-too-complex`. */
  read(name: string): Uint8Array | null
}

function directoryOf(bytes: Uint8Array): Entry[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let end = bytes.length - 22
  const last = Math.max(0, end - 65_535)
  while (end >= last && view.getUint32(end, true) !== 0x06054b50) end -= 1
  if (end < last || end < 0) return null
  const entries: Entry[] = []
  const count = Math.min(view.getUint16(end + 10, true), mostEntries)
  let at = view.getUint32(end + 16, true)
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) return null
    const nameLength = view.getUint16(at + 28, true)
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength))
    entries.push({
      name,
      flags: view.getUint16(at + 8, true),
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      unpacked: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    })
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return entries
}

/** Names that lead out of the archive are nobody's honest file. */
const isInside = (name: string) =>
  !name.startsWith('/') && !/[\\\0]|^[a-z]:/i.test(name) && !name.split('/').includes('..')

/** The names in an archive, without unpacking anything; null where its directory can't be read. */
export function namesInZip(bytes: Uint8Array): string[] | null {
  return directoryOf(bytes)?.map(({ name }) => name) ?? null
}

/**
 * Opens an archive by its directory. Entries that lead out of it are left out. Throws `file-damaged` where there is no
 * directory, `file-too-complex` where it declares more than 100 MiB in all.
 */
export function openZip(bytes: Uint8Array, noun: FileNoun): Zip {
  const entries = directoryOf(bytes)
  if (entries === null) throw damaged(noun)
  const declared = entries.reduce((sum, { unpacked }) => sum + unpacked, 0)
  if (declared > mostUnpacked || entries.length >= mostEntries) throw tooComplex(noun)
  const byName = new Map(entries.filter(({ name }) => isInside(name)).map((entry) => [entry.name, entry]))
  let left = mostUnpacked
  return {
    names: new Set(byName.keys()),
    read(name) {
      const entry = byName.get(name)
      if (!entry) return null
      const content = unpack(bytes, entry, Math.min(mostOfEntry, left), noun)
      left -= content.length
      return content
    },
  }
}

/** What the directory says of an entry's size may be a lie; zlib stops at `most` whatever it says. */
function unpack(bytes: Uint8Array, entry: Entry, most: number, noun: FileNoun): Uint8Array {
  if (entry.flags & 1) throw guarded(noun)
  if (entry.unpacked > most) throw tooComplex(noun)
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (entry.offset + 30 > bytes.length || view.getUint32(entry.offset, true) !== 0x04034b50)
    throw damaged(noun)
  const start =
    entry.offset + 30 + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true)
  const packed = bytes.subarray(start, start + entry.packed)
  if (packed.length < entry.packed) throw damaged(noun)
  if (entry.method === 0) return packed
  if (entry.method !== 8) throw damaged(noun)
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, most) })
  } catch (error) {
    if (error instanceof RangeError) throw tooComplex(noun, error)
    throw damaged(noun, error)
  }
}
