import type { Style } from './cascade.ts'

const isZero = (value: string | undefined) => value !== undefined && /^[+-]?0*\.?0*(?:[a-z]+|%)?$/.test(value)
const isTiny = (value: string | undefined) => isZero(value) || value === '1px'

/** Opacity, written as a number or a percentage, that leaves nothing to be seen. */
function isFaint(value: string | undefined): boolean {
  if (value === undefined || !/^[\d.]+%?$/.test(value)) return false
  return Number.parseFloat(value) / (value.endsWith('%') ? 100 : 1) <= 0.05
}

/** How far a length leads, in widths of a screen of about 1,000 pixels; negative to the left and upwards. */
function screens(value: string): number {
  const [, number = '', unit = ''] = /^([+-]?[\d.]+)([a-z]+|%)$/.exec(value) ?? []
  const perScreen = unit === '%' || /^v[wh]$/.test(unit) ? 100 : /^r?em$|^ch$/.test(unit) ? 60 : 1_000
  return Number.parseFloat(number) / perScreen || 0
}

const isAway = (value: string | undefined, least: number) =>
  value !== undefined && screens(value) <= -least + 1e-9
/** To the other side pages scroll, but nobody goes that far. */
const isFarRight = (value: string | undefined) => value !== undefined && screens(value) >= 2.9

function isMovedAway(style: Style): boolean {
  const moves = `${style.get('transform') ?? ''} translate(${style.get('translate') ?? ''})`
  if (
    Array.from(moves.matchAll(/translate(?:x|y|3d)?\(([^()]*)\)/g)).some(([, by = '']) =>
      by.split(/[\s,]+/).some((part) => isAway(part, 1.5) || isFarRight(part)),
    )
  )
    return true
  return (
    ['left', 'top', 'right', 'bottom'].some((side) => isAway(style.get(side), 0.5)) ||
    isFarRight(style.get('left')) ||
    isAway(style.get('margin-left'), 0.9) ||
    isAway(style.get('margin-top'), 0.9) ||
    isAway(style.get('text-indent'), 0.1)
  )
}

function isClippedAway(style: Style): boolean {
  const overflow = ['overflow', 'overflow-x', 'overflow-y'].map((name) => style.get(name) ?? '').join(' ')
  const clipped = /\b(?:hidden|clip)\b/.test(overflow)
  if (
    clipped &&
    (isTiny(style.get('height')) ||
      isTiny(style.get('width')) ||
      isTiny(style.get('max-height')) ||
      isTiny(style.get('max-width')) ||
      screens(style.get('text-indent') ?? '') >= 1)
  )
    return true
  if (isZero(style.get('width')) && isZero(style.get('height'))) return true
  return (
    /^rect\((?:0|1px)/.test(style.get('clip') ?? '') ||
    /^(?:inset\((?:[5-9]\d|100)%|circle\(0|ellipse\(0|polygon\(\s*0(?:px|%)?(?:[\s,]+0(?:px|%)?)*\s*\))/.test(
      style.get('clip-path') ?? '',
    )
  )
}

/** Whether an element of this style shows nothing of itself nor of what stands in it. */
export function hidesAll(style: Style): boolean {
  if (style.size === 0) return false
  return (
    style.get('display') === 'none' ||
    style.get('content-visibility') === 'hidden' ||
    isFaint(style.get('opacity')) ||
    isFaint(/\bopacity\(([^()]*)\)/.exec(style.get('filter') ?? '')?.[1]) ||
    isClippedAway(style) ||
    isMovedAway(style) ||
    /scale(?:x|y|3d)?\(0(?:\.0*)?[,)]|rotate[xy]\(90deg\)/.test(style.get('transform') ?? '') ||
    isZero(style.get('scale')?.split(/\s+/)[0])
  )
}
