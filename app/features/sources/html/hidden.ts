type Attributes = Readonly<Record<string, string>>

/** Elements whose text is never part of what a reader reads. */
const unread = new Set(
  'script style template noscript iframe frame frameset object embed applet audio video canvas svg map select option datalist textarea button input progress meter dialog nav rt rp annotation annotation-xml figcaption noframes portal'.split(
    ' ',
  ),
)

// Class names by which style sheets commonly show text to screen readers or to nobody.
const hiddenClass =
  /(?:^|\s)(?:sr-only|visually-hidden|visuallyhidden|visually_hidden|screen-reader-text|screen-reader-only|screenreader|u-hidden|d-none|is-hidden|element-invisible|a11y-hidden|offscreen|off-screen)(?=\s|$)/i

function declarations(style: string): Map<string, string> {
  const found = new Map<string, string>()
  for (const part of style.slice(0, 4_000).toLowerCase().split(';')) {
    const colon = part.indexOf(':')
    if (colon === -1) continue
    found.set(
      part.slice(0, colon).trim(),
      part
        .slice(colon + 1)
        .replace('!important', '')
        .trim(),
    )
  }
  return found
}

const isZero = (value: string | undefined) =>
  value !== undefined && /^[+-]?0*(?:\.0*)?(?:[a-z]+|%)?$/.test(value) && /0/.test(value)
const isFarAway = (value: string | undefined) =>
  value !== undefined && /^-\d{3,}(?:\.\d+)?(?:px|em|rem|pt|vw|vh|%)$/.test(value)

const namedColours: Readonly<Record<string, string>> = {
  white: 'ffffff',
  black: '000000',
  red: 'ff0000',
  yellow: 'ffff00',
}

/** A colour as six hexadecimal digits where it is written in a common way, else as it is written. */
function colour(value: string | undefined): string | null {
  const word = value?.split(/\s+(?![^(]*\))/)[0] ?? ''
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/.exec(word)
  if (short)
    return short
      .slice(1)
      .map((digit) => digit + digit)
      .join('')
  const long = /^#([0-9a-f]{6})$/.exec(word)
  if (long) return long[1] ?? null
  const rgb = /^rgba?\((\d{1,3})[, ]+(\d{1,3})[, ]+(\d{1,3})\)$/.exec(word)
  if (rgb)
    return rgb
      .slice(1)
      .map((part) => Number(part).toString(16).padStart(2, '0'))
      .join('')
  return namedColours[word] ?? (word || null)
}

/** Whether an inline style shows nothing, by any of the ways that hidden text is known to use. */
function styleHides(style: string): boolean {
  const css = declarations(style)
  if (css.get('display') === 'none') return true
  if (css.get('visibility') === 'hidden' || css.get('visibility') === 'collapse') return true
  if (isZero(css.get('opacity')) || isZero(css.get('font-size')) || css.get('color') === 'transparent')
    return true
  const clipped = /^(?:hidden|clip)$/.test(css.get('overflow') ?? '')
  const tiny = (value: string | undefined) => isZero(value) || value === '1px'
  if (clipped && (tiny(css.get('height')) || tiny(css.get('width')) || isZero(css.get('max-height'))))
    return true
  if (isZero(css.get('width')) && isZero(css.get('height'))) return true
  if (
    /^rect\((?:0|1px)/.test(css.get('clip') ?? '') ||
    /^inset\((?:50|100)%/.test(css.get('clip-path') ?? '')
  )
    return true
  if (isFarAway(css.get('text-indent')) || /scale[xy3d]*\(0\)/.test(css.get('transform') ?? '')) return true
  if (['left', 'top', 'right', 'bottom'].some((side) => isFarAway(css.get(side)))) return true
  const ink = colour(css.get('color'))
  return ink !== null && ink === colour(css.get('background-color') ?? css.get('background'))
}

/** Pages hide these until their scripts have run, and so say nothing about their text. */
const neverHidden = new Set(['html', 'body', 'main', 'article'])

/** Whether a reader of the page never sees this element's text; `name` is lower case. */
export function isHidden(name: string, attributes: Attributes): boolean {
  // A declarative shadow root is shown where it stands.
  if (name === 'template' && 'shadowrootmode' in attributes) return false
  if (unread.has(name)) return true
  if (neverHidden.has(name)) return false
  if ('hidden' in attributes && attributes.hidden !== 'until-found') return true
  if (attributes['aria-hidden']?.toLowerCase() === 'true') return true
  if (attributes.style !== undefined && styleHides(attributes.style)) return true
  const ink = attributes.color?.toLowerCase()
  if (ink !== undefined && ink === attributes.bgcolor?.toLowerCase()) return true
  return attributes.class !== undefined && hiddenClass.test(attributes.class)
}
