import { wordCount } from '#app/features/segmentation/words.ts'
import { terms } from './terms.ts'

const footnoteMark = /\[(?:\d{1,3}|[a-z]|(?:note|nb|fn|Anm\.?) ?\d{1,3}|citation needed|edit|update|sic)\]/giu
// "email alerts,22 and": a footnote's number set against punctuation. A decimal has a digit before its point.
const rawFootnote = /(?<=\p{Ll}[,.;:])\d{1,2}(?=\s|$)/gu
const pointingAside =
  /\s*\((?:see|cf\.|described|discussed|shown|defined|as|more|siehe|vgl\.|voir|véase|e\.g\.,? see)\b[^()]{0,80}\)|\s*\((?:fig(?:ure|\.)?|table|section|chapter|abb\.|tab\.) ?[^()]{0,20}\)|\s*\[fig[^\]]{0,12}\]/giu
const aside = /\s*[([](?![^()[\]]*[.!?]\s)[^()[\]]{2,160}[)\]](?=[\s.,;:!?])/gu
const attributionMark = /\s*\((?:[a-z]{2,4}|dpa|afp|reuters|ap)(?:\/[a-z]{2,4})?\)\s*$/u
const listMark = /^(?:[-*•‣◦·–—▪►]\s+|\d{1,3}[.)]\s+|#{1,6}\s+|>\s+)/u

/** A sentence as a tweet shows it: one line, without footnote marks and asides that point at other parts of the page. */
export function tidy(sentence: string): string {
  return sentence
    .replace(/\s+/gu, ' ')
    .replace(footnoteMark, '')
    .replace(rawFootnote, '')
    .replace(pointingAside, '')
    .replace(/;\s*(?:see|siehe|voir) [^()]{2,60}(?=\))/gu, '')
    .replace(attributionMark, '')
    .replace(listMark, '')
    .replace(/ +([,.;:!?])(?=\s|$)/gu, (whole, mark: string) =>
      whole.length > 1 && /[;:!?]/u.test(mark) ? whole : mark,
    )
    .trim()
}

/** A sentence without its bracketed asides, for one that is too long with them. */
export function withoutAsides(sentence: string): string {
  return sentence.replace(aside, '').replace(/ {2,}/gu, ' ').trim()
}

/** Whether a sentence stands wholly in brackets: an aside to the one before it. */
export function isAside(sentence: string): boolean {
  return /^[([（【].*[)\]）】][.!?。]?$/u.test(sentence)
}

// A bold label runs into its sentence once the marks are gone: "Isolation Tasks …", "Resiliency A worker …". A function word
// with a capital in the middle of a sentence gives it away, unless a name follows ("The New York Times").
const label =
  /^\p{Lu}[^.,;:!?"“]{1,60}? (?=(?:A|An|The|This|These|It|We|In|If|Each|When|There|You|Our|Not|Currently,?) (?:\p{Ll}|\p{Lu}{2,}\b))/u

// "Executor The Executor is …"
const repeatedLabel = /^(\p{Lu}[\p{L}-]+)(?: [\p{L}-]+){0,4} (?=(?:The|An?) \1\b)/u

// "Latency: The time …"
const setApart = /^([\p{Lu}\p{Lo}\p{N}“"][^:：.!?;]{1,58})(?:: |：)(?=[\p{Lu}\p{Lo}\p{N}“"])/u

/** The few words before a colon that name what a sentence speaks of; null where there are none. */
export function labelOf(sentence: string): string | null {
  const label = setApart.exec(sentence)?.[1]
  return label !== undefined && label.split(' ').length <= 6 ? label : null
}

/** The first sentence of a block without a label that it repeats, or that ran into it (English only). */
export function withoutLabel(sentence: string, language: string): string {
  const named = labelOf(sentence)
  if (named !== null) {
    const rest = sentence.slice(named.length).replace(/^[:：]\s*/u, '')
    const said = new Set(terms(rest, language))
    const words = terms(named, language)
    const repeats = words.length > 0 && words.every((word) => said.has(word))
    return repeats && wordCount(rest) >= 6 ? rest : sentence
  }
  if (!/^en\b/iu.test(language)) return sentence
  const match = label.exec(sentence) ?? repeatedLabel.exec(sentence)
  if (!match || match[0].trim().split(' ').length > 8 || sentence.length - match[0].length < 30)
    return sentence
  return sentence.slice(match[0].length)
}
