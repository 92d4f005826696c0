import { setPriority } from 'node:os'
import { setFlagsFromString } from 'node:v8'
import { readDocument } from '../read-document.ts'
import { serveReading } from './serve-reading.ts'

/** The file of a reading thread. */

// Reading is heavy and nobody waits for it by the millisecond, while on the same machine pages are served. Linux takes 0
// for the thread that asks; elsewhere it would be the whole process.
if (process.platform === 'linux') setPriority(0, 19)
// Else helpers with the process's priority collect this thread's garbage, on the other cores.
setFlagsFromString('--single-threaded-gc')
serveReading(readDocument)
