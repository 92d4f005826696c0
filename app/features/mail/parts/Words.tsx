import { Heading as HeadingElement } from '@react-email/heading'
import { Link } from '@react-email/link'
import { Text } from '@react-email/text'
import { light } from './colours.ts'
import { type } from './type.ts'

type Words = { children: string }

/* What people wrote is quoted in headings, paragraphs and lists: each runs its own way. */

/** Long addresses and words without a break stay within the page. */
const broken = { wordBreak: 'break-word', overflowWrap: 'anywhere' } as const

export function Heading({ children }: Words) {
  return (
    <HeadingElement
      as="h1"
      dir="auto"
      className="ink heading"
      style={{ ...type.heading, ...broken, margin: 0, color: light('ink') }}
    >
      {children}
    </HeadingElement>
  )
}

export function Title({ children }: Words) {
  return (
    <HeadingElement
      as="h2"
      className="ink"
      style={{ ...type.title, ...broken, margin: 0, color: light('ink') }}
    >
      {children}
    </HeadingElement>
  )
}

export function Paragraph({ children }: Words) {
  return (
    <Text dir="auto" className="ink" style={{ ...type.body, ...broken, margin: 0, color: light('ink') }}>
      {children}
    </Text>
  )
}

/** What is less than the message itself. */
export function Aside({ children }: Words) {
  return (
    <Text className="muted" style={{ ...type.small, ...broken, margin: 0, color: light('muted') }}>
      {children}
    </Text>
  )
}

/** Leads to pages of the web; what is no such address stays mere words. */
export function Away({ url, children, look }: Words & { url: string; look: 'item' | 'small' }) {
  const isItem = look === 'item'
  const tone = isItem ? 'ink' : 'muted'
  if (!isWebAddress(url)) return children
  return (
    <Link
      href={url}
      dir="auto"
      className={tone}
      style={{
        ...type[look],
        ...broken,
        color: light(tone),
        textDecorationLine: isItem ? 'none' : 'underline',
      }}
    >
      {children}
    </Link>
  )
}

export const isWebAddress = (url: string) => /^https?:\/\//i.test(url)
