import type { Figure } from './ratio.ts'

/** `full`: over the largest sets of data too, however long they take to make. */
export type Benchmark = (options: { full: boolean }) => Promise<Figure[]>
