/**
 * Signs that threads are full of and that neither of our families has, drawn with one stroke on a square of 24, the
 * letters' base line at 19.
 */
const strokes: Record<string, string> = {
  '→': 'M2 13H21M14 6l7 7-7 7',
  '←': 'M22 13H3M10 6l-7 7 7 7',
  '⇒': 'M2 10H18M2 16H18M14 5l8 8-8 8',
  '✓': 'M3 13l6 6L21 5',
  '✔': 'M3 13l6 6L21 5',
  '✗': 'M5 5l14 14M19 5L5 19',
  '≥': 'M4 4l15 5.5L4 15M4 19H19',
  '≤': 'M20 4L5 9.5L20 15M5 19H20',
  '≠': 'M3 10H21M3 16H21M17 4L7 21',
  '≈': 'M3 11c4-5 8 4 9 0s5-3 9-1M3 18c4-5 8 4 9 0s5-3 9-1',
}

export const isDrawnSign = (sign: string) => Object.hasOwn(strokes, sign)

/** The same as pictures in a colour, for the renderer to put where a sign stands. */
export function signImages(colour: string): Record<string, string> {
  const image = (path: string) =>
    `data:image/svg+xml,${encodeURIComponent(
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" width="24" height="24"><path d="${path}" fill="none" stroke="${colour}" stroke-width="1.6"/></svg>`,
    )}`
  return Object.fromEntries(Object.entries(strokes).map(([sign, path]) => [sign, image(path)]))
}
