import { measure } from '#app/features/counting/count.ts'
import { type ExportedThread, exportedThread } from '../exports/exported-thread.ts'
import type { ReadVariant } from './read-variant.ts'
import { isOnePost } from './variant.ts'

/** A variant as it is exported: its posts in the place of tweets, counted as its network counts. */
export function exportedVariant(variant: ReadVariant, schemaUrl: string): ExportedThread {
  const { network, texts, posts, thread, isNumbered } = variant
  const source = thread.snapshot?.text ?? ''
  const passagesOf = (spans: readonly { start: number; end: number }[]) =>
    spans.map(({ start, end }) => source.slice(start, end))
  return {
    ...exportedThread(thread, schemaUrl),
    network,
    numbering: isNumbered,
    tweets: posts.map((text, at) => {
      const said = isOnePost(network) ? undefined : texts[at]
      return {
        position: at + 1,
        text,
        plain: said?.text ?? text,
        length: measure(text, network).length,
        verdict: said?.verdict ?? null,
        passages: passagesOf(said?.spans ?? texts.flatMap(({ spans }) => spans)),
      }
    }),
  }
}
