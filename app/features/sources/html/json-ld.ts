import { z } from 'zod'

const objectSchema = z.record(z.string(), z.unknown())
type Thing = z.infer<typeof objectSchema>

/** What a page's JSON-LD says of its article; only what is there. */
export type ArticleData = {
  headline: string | null
  authors: string[]
  publishedAt: string | null
  publisher: string | null
  language: string | null
  /** From a WebSite or Organization beside the article. */
  siteName: string | null
  /** False where the publisher says that it has to be paid for; null where it says nothing. */
  isFree: boolean | null
  /** Words of the whole article, as its publisher counts them. */
  words: number | null
}

const articleType = /(?:Article|BlogPosting|NewsArticle|Report|LiveBlogPosting|SocialMediaPosting|Review)$/
const mostThings = 500

function typesOf(thing: Thing): string[] {
  const type = thing['@type']
  return (Array.isArray(type) ? type : [type]).filter((each) => typeof each === 'string')
}

/** Every object of one script, breadth first: arrays, `@graph`, and what pages wrap articles in. */
function thingsOf(value: unknown): Thing[] {
  const waiting: unknown[] = [value]
  const things: Thing[] = []
  for (let index = 0; index < waiting.length && things.length < mostThings; index += 1) {
    const next = waiting[index]
    if (Array.isArray(next)) {
      for (const item of next.slice(0, mostThings)) waiting.push(item)
      continue
    }
    const thing = objectSchema.safeParse(next)
    if (!thing.success) continue
    things.push(thing.data)
    for (const key of ['@graph', 'mainEntity', 'mainEntityOfPage', 'isPartOf', 'itemReviewed']) {
      if (key in thing.data) waiting.push(thing.data[key])
    }
  }
  return things
}

function parse(script: string): unknown {
  // Some publishers wrap the script in comment or CDATA marks.
  const json = script.replace(
    /^\s*(?:<!--|(?:\/\/|\/\*)?\s*<!\[CDATA\[\s*(?:\*\/)?)|(?:-->|(?:\/\/|\/\*)?\s*\]\]>\s*(?:\*\/)?)\s*;?\s*$/g,
    '',
  )
  try {
    return JSON.parse(json)
  } catch {
    return null
  }
}

function text(value: unknown): string | null {
  if (typeof value === 'string') return value.trim() || null
  if (Array.isArray(value)) return text(value[0])
  const thing = objectSchema.safeParse(value)
  return thing.success ? text(thing.data['@value'] ?? thing.data.name) : null
}

/** Publishers write it as a boolean or as its name ("False"), with or without schema.org before it. */
function truth(value: unknown): boolean | null {
  const word = /(?:^|\/)(true|false)$/i.exec(String(value))?.[1]?.toLowerCase()
  return word === undefined ? null : word === 'true'
}

function wholeNumber(value: unknown): number | null {
  const number = typeof value === 'string' || typeof value === 'number' ? Number(value) : Number.NaN
  return Number.isInteger(number) && number > 0 ? number : null
}

/** Names of authors, who may be strings, objects, references into the same graph, or lists of these. */
function names(value: unknown, byId: ReadonlyMap<string, Thing>): string[] {
  if (Array.isArray(value))
    return value.slice(0, 20).flatMap((each) => (Array.isArray(each) ? [] : names(each, byId)))
  if (typeof value === 'string') return [value]
  const thing = objectSchema.safeParse(value)
  if (!thing.success) return []
  const id = thing.data['@id']
  const whole = thing.data.name === undefined && typeof id === 'string' ? byId.get(id) : thing.data
  const name = whole?.name
  if (Array.isArray(name)) return name.filter((each) => typeof each === 'string')
  return typeof name === 'string' ? [name] : []
}

/** The article that a page's JSON-LD scripts describe; scripts that can't be parsed count for nothing. */
export function readJsonLd(scripts: readonly string[]): ArticleData {
  const things = scripts.flatMap((script) => thingsOf(parse(script)))
  const byId = new Map<string, Thing>()
  for (const thing of things) {
    const id = thing['@id']
    if (typeof id === 'string' && thing.name !== undefined) byId.set(id, thing)
  }
  const article = things.find((thing) => typesOf(thing).some((type) => articleType.test(type)))
  const page = things.find((thing) => typesOf(thing).includes('WebPage'))
  const site = things.find((thing) => typesOf(thing).includes('WebSite'))
  const author = article?.author ?? article?.creator
  return {
    headline: text(article?.headline) ?? text(article?.name),
    authors: names(author, byId),
    publishedAt: text(article?.datePublished) ?? text(page?.datePublished),
    publisher: names(article?.publisher, byId)[0] ?? null,
    language: text(article?.inLanguage) ?? text(page?.inLanguage),
    siteName: text(site?.name),
    isFree: truth(article?.isAccessibleForFree),
    words: wholeNumber(article?.wordCount),
  }
}
