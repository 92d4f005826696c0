import type { Quantity } from './quantity.ts'

/** A number as it stands in a text, before it is known what it counts. */
export type RawNumber = {
  start: number
  end: number
  values: number[]
  isScaled: boolean
  isWord: boolean
  isOrdinal: boolean
  unit?: string
  dayHalf?: Quantity['dayHalf']
}
