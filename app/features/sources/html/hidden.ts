import { neverHidden } from './sight.ts'

type Attributes = Readonly<Record<string, string>>

/** Elements whose text is never part of what a reader reads. */
const unread = new Set(
  'script style template noscript iframe frame frameset object embed applet audio video canvas svg map select option datalist textarea button input progress meter dialog nav rt rp annotation annotation-xml noframes portal'.split(
    ' ',
  ),
)

// Class names by which style sheets commonly show text to screen readers or to nobody.
const hiddenClass =
  /(?:^|\s)(?:(?:govuk-|u-|usa-)?(?:sr-?only|visually-?hidden)|visually_hidden|hidden-visually|assistive-text|screen-?reader(?:-text|-only)?|u-hidden|uk-hidden|d-none|is-hidden|element-invisible|a11y-hidden|off-?screen)(?=\s|$)/i

/** Whether a reader of the page never sees this element's text, whatever its style; `name` is lower case. */
export function isHidden(name: string, attributes: Attributes): boolean {
  // A declarative shadow root is shown where it stands.
  if (name === 'template' && 'shadowrootmode' in attributes) return false
  if (unread.has(name)) return true
  if (neverHidden.has(name)) return false
  if ('hidden' in attributes && attributes.hidden !== 'until-found') return true
  if (attributes['aria-hidden']?.toLowerCase() === 'true') return true
  return attributes.class !== undefined && hiddenClass.test(attributes.class)
}
