import type { Doubt } from './quality.ts'

export function doubtSentence(doubt: Doubt): string {
  return doubt
}
