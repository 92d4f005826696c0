import { readDocument } from '../read-document.ts'
import { serveReading } from './serve-reading.ts'

/** The file of a reading thread. */
serveReading(readDocument)
