import { giveWay } from './give-way.ts'
import { serveReading } from './serve-reading.ts'

/** The file of a reading thread. */

// Reading is heavy and nobody waits for it by the millisecond, while on the same machine pages are served. That begins
// with loading what reads, half a second's work.
giveWay()
const { readDocument } = await import('../read-document.ts')
serveReading(readDocument)
