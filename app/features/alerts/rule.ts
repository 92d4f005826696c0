import type { Component, ComponentState } from './components.ts'

export type Unit = 'processes' | 'requests' | 'jobs' | 'breakers' | 'seconds' | 'percent' | 'times'

export type Rule = {
  /** For whoever runs Threadr. */
  title: string
  /** What is so while it is broken, in one sentence. */
  says: string
  unit: Unit
  /** Broken where the value is this or more; with `isFloor`, where it is less. */
  threshold: number
  isFloor?: true
  /** How long it has to be broken before it fires, and to be whole again before it clears. */
  forMinutes: number
  clearAfterMinutes: number
  /** `critical`: people can't do what they came for. */
  severity: 'critical' | 'warning'
  /** After so long without anybody having acknowledged it, it is told once more; null for never. */
  escalateAfterMinutes: number | null
  /** What the status page makes of it; nothing where people notice nothing. */
  shows?: { component: Component; state: Exclude<ComponentState, 'up'>; title: string }
  /** The rule that tells of the same more urgently: as long as that one fires, this one doesn't. */
  toldBy?: string
  /** The same as an expression of Prometheus, where its metrics know it. */
  prometheus?: (threshold: number) => string
}

export const isBroken = ({ threshold, isFloor }: Rule, value: number | null): boolean =>
  value !== null && (isFloor ? value < threshold : value >= threshold)

const whole = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 })
const fine = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 })

/** A value in its unit: "2 min", "0.4 %", "3 processes". */
export function valueInWords(value: number, unit: Unit): string {
  switch (unit) {
    case 'seconds':
      return value < 120 ? `${fine.format(value)} s` : `${whole.format(value / 60)} min`
    case 'percent':
      return `${fine.format(value)} %`
    case 'times':
      return `${fine.format(value)} ×`
    default:
      return `${whole.format(value)} ${value === 1 ? singular[unit] : unit}`
  }
}

const singular = { processes: 'process', requests: 'request', jobs: 'job', breakers: 'breaker' }
