import { measure } from '#app/features/counting/count.ts'
import { rules } from '#app/features/counting/networks.ts'
import { numberSuffix } from '#app/features/counting/numbering.ts'
import { wordByWord } from '#app/features/sources/compare-texts.ts'
import { asText } from '#app/features/threads/exports/as-text.ts'
import { shownFinding } from '#app/features/threads/lint/fixed.ts'
import { lintThread } from '#app/features/threads/lint/lint-thread.ts'
import { ownLimit } from '#app/features/threads/lint/linted-thread.ts'
import { networkNames } from '#app/features/threads/lint/network-names.ts'
import { overSentence } from '#app/features/threads/lint/over-limit.ts'
import { lintedVariant } from '#app/features/threads/variants/lint-variant.ts'
import { asLittleText, reservedMarks } from '#app/features/threads/variants/little-text.ts'
import type { ReadVariant } from '#app/features/threads/variants/read-variant.ts'
import { isOnePost } from '#app/features/threads/variants/variant.ts'
import type { ShownPart, VariantPageProps } from './variant-props.ts'

/** A variant as its page shows it. */
export function shownVariant(
  variant: ReadVariant,
): Omit<VariantPageProps, 'versions' | 'networks' | 'done' | 'answer'> {
  const { thread, network, version, posts, homeless } = variant
  return {
    threadId: thread.id,
    title: thread.title,
    network,
    limit: ownLimit(thread, network) ?? rules[network].limit,
    ownLimit: ownLimit(thread, network),
    version,
    threadVersion: thread.version,
    parts: partsOf(variant),
    homeless: homeless.map(({ tweetId, texts }) => ({ tweetId, texts: texts.map(({ text }) => text) })),
    copyable: asText(posts.map((text) => ({ text }))),
    whole: isOnePost(network) ? wholeOf(posts[0] ?? '', variant) : null,
  }
}

function partsOf(variant: ReadVariant): ShownPart[] {
  const linted = lintedVariant(variant)
  const findings = lintThread(linted).map((finding) => ({
    of: finding.tweetId.split('/')[0],
    shown: shownFinding(finding, linted.document),
  }))
  const total = variant.texts.length
  return variant.parts.map(({ tweetId, position, master, madeFrom, isOutOfDate, texts, firstPost }) => ({
    tweetId,
    position,
    master,
    isOwn: madeFrom !== null,
    changedSince: isOutOfDate ? wordByWord(madeFrom ?? '', master) : null,
    posts: texts.map(({ text, verdict }, at) => ({
      position: firstPost + at,
      text,
      number: variant.isNumbered && total > 1 ? numberSuffix(firstPost + at, total) : '',
      verdict,
    })),
    findings: findings.flatMap(({ of, shown }) => (of === tweetId ? [shown] : [])),
  }))
}

function wholeOf(post: string, { network }: ReadVariant): VariantPageProps['whole'] {
  const measured = measure(post, network)
  const { length, limit } = measured
  const escapedText = asLittleText(post)
  const escaped = wordByWord(post, escapedText)
  return {
    length,
    limit,
    over: measured.over ? overSentence(measured, networkNames[network]) : null,
    marks: reservedMarks(post),
    escaped,
    escapedText,
  }
}
