import { findEntities } from '#app/features/counting/entities.ts'

/**
 * What X asks of a self-serve app for a post through its API since 2026-02-23, in tenths of a US cent. Posting by hand
 * costs nothing.
 */
const plainPost = 15
const postWithLink = 200

export type XPrice = {
  /** Posts, and how many of them have a link. */
  posts: number
  withLink: number
  /** For all of them, in tenths of a US cent: as they are, and if none had a link. */
  tenthsOfCents: number
  withoutLinks: number
}

const hasLink = (text: string) => findEntities(text).some(({ kind }) => kind === 'link')

/** What posting these texts through X's API costs. */
export function priceOnX(texts: readonly string[]): XPrice {
  const withLink = texts.filter(hasLink).length
  return {
    posts: texts.length,
    withLink,
    tenthsOfCents: (texts.length - withLink) * plainPost + withLink * postWithLink,
    withoutLinks: texts.length * plainPost,
  }
}

/** 15 → "$0.015", 200 → "$0.20". */
export function inDollars(tenthsOfCents: number): string {
  const whole = (tenthsOfCents / 1000).toFixed(3)
  return `$${whole.replace(/0$/, '')}`
}

export const postPrices = { plain: inDollars(plainPost), withLink: inDollars(postWithLink) }
