import { readDocument } from '../read-document.ts'
import { giveWay } from './give-way.ts'
import { serveReading } from './serve-reading.ts'

/** The file of a reading thread. */

// Reading is heavy and nobody waits for it by the millisecond, while on the same machine pages are served.
giveWay()
serveReading(readDocument)
