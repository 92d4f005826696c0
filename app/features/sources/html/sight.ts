import { Cascade, type Style } from './css/cascade.ts'
import { type Colour, isUnseenOn, parseColour } from './css/colour.ts'
import { hidesAll } from './css/hides.ts'
import type { Tag } from './css/selector.ts'

type Attributes = Readonly<Record<string, string>>

/** What text takes over from the elements around it. */
type Look = {
  visible: boolean
  /** Letters too small to be seen. */
  sizeless: boolean
  /** Null where it isn't known. */
  ink: Colour | null
  background: Colour | 'canvas' | null
}

const untouched: Look = { visible: true, sizeless: false, ink: null, background: 'canvas' }
const white: Colour = [255, 255, 255, 1]

/** Pages hide these until their scripts have run, and so say nothing about their text. */
export const neverHidden: ReadonlySet<string> = new Set(['html', 'body', 'main', 'article'])

function sizeless(style: Style, outer: boolean): boolean {
  const short = /(?:^|\s)([\d.]+(?:px|pt|r?em|%)?)(?:\/\S+)?\s/.exec(style.get('font') ?? '')?.[1]
  const size = style.get('font-size') ?? short
  const [, number = '', unit = ''] = /^([\d.]+)([a-z]*|%)$/.exec(size ?? '') ?? []
  const value = Number.parseFloat(number)
  if (size === undefined || size === 'inherit') return outer
  if (Number.isNaN(value)) return /^(?:larger|smaller|calc.*)$/.test(size) && outer
  // Against the size around it, and by itself.
  if (unit === 'em' || unit === '%') return outer || value < (unit === '%' ? 10 : 0.1)
  return value < (unit === 'rem' ? 0.15 : 2)
}

function backgroundOf(style: Style, outer: Look['background']): Look['background'] {
  const shorthand = style.get('background') ?? ''
  const image = style.get('background-image') ?? ''
  // What a picture looks like is not known.
  if (/url\(|gradient\(|var\(|image/.test(`${shorthand} ${image}`)) return null
  const written = style.get('background-color') ?? shorthand
  if (/^(?:|none|transparent|initial|unset|inherit)$/.test(written)) return outer
  const colour = parseColour(written) ?? firstColour(written)
  // A veil lets something through that is not worked out here.
  return colour && colour[3] > 0.9 ? colour : colour && colour[3] < 0.1 ? outer : null
}

function firstColour(shorthand: string): Colour | null {
  for (const part of shorthand.split(/\s+(?![^(]*\))/)) {
    const colour = parseColour(part)
    if (colour) return colour
  }
  return null
}

function inkOf(style: Style, outer: Colour | null): Colour | null {
  const clip = `${style.get('background-clip') ?? ''} ${style.get('-webkit-background-clip') ?? ''} ${style.get('background') ?? ''}`
  // The background is seen through the letters.
  if (/\btext\b/.test(clip)) return null
  const written = style.get('-webkit-text-fill-color') ?? style.get('color')
  if (written === undefined || written === 'inherit' || written === 'currentcolor') return outer
  return parseColour(written)
}

/** What old pages write as attributes. */
function attributeColours(
  name: string,
  { color, bgcolor, text }: Attributes,
): [Colour | null, Colour | null] {
  const ink = name === 'body' ? text : name === 'font' ? color : undefined
  return [parseColour(ink?.toLowerCase() ?? ''), parseColour(bgcolor?.toLowerCase() ?? '')]
}

/**
 * Follows a page's elements and tells what of them a reader sees, by their styles: their own, and those of the page's
 * style sheets unless `sheets` is false. Sheets that the page links to are not known, and neither is then the colour
 * behind its text unless an element says it.
 */
export class Sight {
  private readonly cascade: Cascade
  private readonly path: Tag[] = []
  private readonly looks: Look[] = []
  /** Whether the page links to style sheets, which may colour what it leaves white. */
  hasLinkedSheets = false

  constructor(html: string, { sheets }: { sheets: boolean }) {
    this.cascade = new Cascade(sheets ? html : '')
  }

  get hasRules(): boolean {
    return this.cascade.hasRules
  }

  /** Whether the page's rules are more than can be followed. */
  get isTooLarge(): boolean {
    return this.cascade.isTooLarge
  }

  /** Goes into an element; false where nothing of it is seen, which is not gone into then. */
  enter(name: string, attributes: Attributes): boolean {
    const names = this.cascade.hasRules ? attributes.class?.slice(0, 2_000).split(/\s+/, 100) : undefined
    this.path.push({ name, attributes, classes: names ? new Set(names) : noClasses })
    const style = this.cascade.styleOf(this.path)
    const shown = neverHidden.has(name)
    if (!shown && hidesAll(style)) {
      this.path.pop()
      return false
    }
    this.looks.push(this.lookOf(name, attributes, style, shown))
    return true
  }

  leave(): void {
    this.path.pop()
    this.looks.pop()
  }

  /** Whether text that stands here is seen. */
  get isSeen(): boolean {
    const { visible, sizeless, ink, background } = this.looks.at(-1) ?? untouched
    if (!visible || sizeless) return false
    if (ink === null) return true
    if (ink[3] <= 0.05) return false
    const behind = background === 'canvas' ? (this.hasLinkedSheets ? null : white) : background
    return behind === null || !isUnseenOn(ink, behind)
  }

  private lookOf(name: string, attributes: Attributes, style: Style, shown: boolean): Look {
    const outer = this.looks.at(-1) ?? untouched
    const [ink, background] = attributeColours(name, attributes)
    if (style.size === 0 && !ink && !background) return outer
    const visibility = style.get('visibility')
    return {
      visible:
        shown || visibility === undefined || visibility === 'inherit'
          ? outer.visible
          : visibility === 'visible',
      sizeless: shown ? outer.sizeless : sizeless(style, outer.sizeless),
      ink: inkOf(style, ink ?? outer.ink),
      background: backgroundOf(style, background ?? outer.background),
    }
  }
}

const noClasses: ReadonlySet<string> = new Set()
