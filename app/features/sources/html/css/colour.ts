import { namedColour } from './named-colours.ts'

/** Red, green and blue from 0 to 255, and opacity from 0 to 1. */
export type Colour = readonly [red: number, green: number, blue: number, alpha: number]

const clamp = (value: number, most: number) => Math.min(most, Math.max(0, value))

/** A number or a percentage of `whole`. */
function amount(part: string | undefined, whole: number): number {
  const number = Number.parseFloat(part ?? '')
  return part?.endsWith('%') ? (number / 100) * whole : number
}

function fromHex(hex: string): Colour | null {
  const long = hex.length <= 4 ? Array.from(hex, (digit) => digit + digit).join('') : hex
  if (!/^(?:[\da-f]{6}|[\da-f]{8})$/.test(long)) return null
  const channel = (at: number) => Number.parseInt(long.slice(at, at + 2), 16)
  return [channel(0), channel(2), channel(4), long.length === 8 ? channel(6) / 255 : 1]
}

/** CSS Color 4, 7.1. */
function fromHsl(hue: number, saturation: number, lightness: number, alpha: number): Colour {
  const channel = (offset: number) => {
    const turn = (((offset + hue / 30) % 12) + 12) % 12
    const reach = saturation * Math.min(lightness, 1 - lightness)
    return 255 * (lightness - reach * Math.max(-1, Math.min(turn - 3, 9 - turn, 1)))
  }
  return [channel(0), channel(8), channel(4), alpha]
}

/** A colour as CSS writes it, in lower case; null for what is none, or none that is known here. */
export function parseColour(written: string): Colour | null {
  if (written === 'transparent') return [0, 0, 0, 0]
  if (written.startsWith('#')) return fromHex(written.slice(1))
  const call = /^(rgb|hsl)a?\(([^()]{1,80})\)$/.exec(written)
  if (!call) {
    const named = namedColour(written)
    return named ? fromHex(named) : null
  }
  const [first, second, third, fourth] = (call[2] ?? '').split(/[\s,/]+/).filter(Boolean)
  const alpha = fourth === undefined ? 1 : clamp(amount(fourth, 1), 1)
  const colour: Colour =
    call[1] === 'hsl'
      ? fromHsl(amount(first, 360), clamp(amount(second, 1), 1), clamp(amount(third, 1), 1), alpha)
      : [
          clamp(amount(first, 255), 255),
          clamp(amount(second, 255), 255),
          clamp(amount(third, 255), 255),
          alpha,
        ]
  return colour.some(Number.isNaN) ? null : colour
}

/** WCAG 2.2's relative luminance. */
function luminance([red, green, blue]: Colour): number {
  const [r = 0, g = 0, b = 0] = [red, green, blue].map((channel) => {
    const share = channel / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

/** Below this contrast nobody sees letters; the palest grey that designers use for text has 1.3 on white. */
const unseenContrast = 1.15

/** Whether letters of this colour can't be told from what is behind them. */
export function isUnseenOn(ink: Colour, background: Colour): boolean {
  if (ink[3] <= 0.05) return true
  if (ink.some((channel, index) => index < 3 && Math.abs(channel - (background[index] ?? 0)) > 28))
    return false
  const [lighter = 0, darker = 0] = [luminance(ink), luminance(background)].sort((a, b) => b - a)
  return (lighter + 0.05) / (darker + 0.05) < unseenContrast
}
