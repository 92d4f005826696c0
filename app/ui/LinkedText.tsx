import { findLinks } from './find-links.ts'

/** A text from outside, inert but for its web addresses, which open on their own and pass on no reputation. */
export function LinkedText({ text }: { text: string }) {
  let offset = 0
  return findLinks(text).map((piece) => {
    const key = offset
    offset += piece.text.length
    if (piece.href === null) return piece.text
    return (
      <a
        key={key}
        href={piece.href}
        target="_blank"
        rel="noopener nofollow ugc"
        className="break-all text-accent underline decoration-1 underline-offset-2"
      >
        {piece.text}
      </a>
    )
  })
}
