/** The screen that Threadr reads pages as: a computer's, in CSS pixels. */
const screenWidth = 1_280
const screenHeight = 800

const pixels = (length: string) => Number.parseFloat(length) * (/r?em$/.test(length) ? 16 : 1)

function holds(feature: string): boolean {
  const [name = '', value = ''] = feature.split(':').map((part) => part.trim())
  if (name === 'min-width') return screenWidth >= pixels(value)
  if (name === 'max-width') return screenWidth <= pixels(value)
  if (name === 'min-height') return screenHeight >= pixels(value)
  if (name === 'max-height') return screenHeight <= pixels(value)
  if (name === 'orientation') return value === 'landscape'
  if (name === 'prefers-color-scheme') return value === 'light'
  if (name === 'hover' || name === 'any-hover') return value !== 'none'
  if (name === 'pointer' || name === 'any-pointer') return value === 'fine'
  const range = /^width\s*(<=?|>=?)\s*([\d.]+(?:px|r?em))$/.exec(feature.trim())
  if (range?.[1] && range[2])
    return range[1].startsWith('<') ? screenWidth <= pixels(range[2]) : screenWidth >= pixels(range[2])
  // What people set for themselves (less motion, more contrast) is not set here.
  return false
}

/** Whether a list of media queries has one that a computer's screen answers; an empty list means every medium. */
export function appliesToScreen(queries: string): boolean {
  if (queries.trim() === '') return true
  return queries
    .slice(0, 1_000)
    .toLowerCase()
    .split(',')
    .some((query) => {
      const negated = /^\s*not\b/.test(query)
      const type = /^\s*(?:not\s+|only\s+)?([a-z-]+)/.exec(query)?.[1] ?? 'all'
      const medium = type === 'all' || type === 'screen'
      const features = Array.from(query.matchAll(/\(([^()]*)\)/g), ([, feature = '']) => feature)
      return negated !== (medium && features.every(holds))
    })
}
