import { englishLeans, englishVagueness, pointsElsewhere } from './english-openers.ts'
import { openerWords } from './opener-words.ts'

/** Whether a piece of text holds a name, as far as capitals and the rest of the source tell. */
export type Named = (text: string) => boolean

type Matchers = { leaning: RegExp; droppable: RegExp; free: RegExp }
const unspacedLanguages = new Set(['ja', 'zh'])
const matchersOf = new Map<string, Matchers>()

/** Whether a sentence needs the one before it to be understood: it begins with "He", "This", "Deshalb", "それ" … */
export function leansOnContext(sentence: string, language: string, named: Named): boolean {
  const primary = primaryOf(language)
  const { leaning, free } = matchers(primary)
  const text = sentence.replaceAll('’', "'").replace(/^[\s"“„«»‘'([「『（]+/u, '')
  if (/^[(（[]/u.test(sentence)) return true
  if (free.test(text)) return false
  if (leaning.test(text)) return true
  if (primary === 'de' && (germanPronounAdverb.test(text) || germanDas.test(text))) return true
  if (pronounWithin[primary]?.test(text)) return true
  return primary === 'en' && englishLeans(sentence, named)
}

// "Una quinta parte de ellas": a pronoun that stands for a noun of the sentence before, wherever it is. Only a sentence with
// a clause before it can name that noun itself.
const pronounWithin: Record<string, RegExp> = {
  es: /^[^,;:]*\b(?:de|entre|con|para|por|en) (?:ellos|ellas|ella|él|ello)(?![\p{L}])/iu,
  fr: /^[^,;:]*\b(?:d['’]entre (?:eux|elles)|ceux-ci|celles-ci|celui-ci|celle-ci)(?![\p{L}])/iu,
}

// "Unterstützt wird dabei der Standard": the adverb stands for something said before, wherever near the front it is.
const germanPronounAdverb =
  /^(?:\S+ ){1,6}(?:dabei|dadurch|dafür|dagegen|deshalb|deswegen|daher|hingegen|dagegen|demnach|jedoch|allerdings|zudem|außerdem)\b(?! (?:dass|zu\b))/iu

// "Das geschieht oft" against "Das neue Haus" and "Das erst 2019 gebaute Haus": only the pronoun stands before a verb.
const germanDas =
  /^Das (?!(?:erst|seit|mit|fast|jetzt|zuletzt|nicht|selbst|meist|längst|weit|gut|laut|oft|recht) )\p{Ll}{2,}t(?=[\s,.:])/u

/** Whether a sentence speaks of another part of the page. Only English has rules; elsewhere false. */
export function refersToPage(sentence: string, language: string): boolean {
  return primaryOf(language) === 'en' && pointsElsewhere(sentence)
}

/** 0 to 1: how much a sentence that may open a tweet still takes for granted. */
export function vagueness(sentence: string, language: string): number {
  return primaryOf(language) === 'en' ? englishVagueness(sentence) : 0
}

/**
 * A sentence without the connective that ties it to the one before ("However, ", "Pero "), where the rest says the same;
 * otherwise unchanged. The next letter becomes a capital.
 */
export function withoutConnective(sentence: string, language: string): string {
  const primary = primaryOf(language)
  const { droppable, free } = matchers(primary)
  if (free.test(sentence)) return sentence
  let text = primary === 'en' ? withoutInnerContrast(sentence) : sentence
  for (let round = 0; round < 2; round++) {
    const match = droppable.exec(text)
    if (!match || text.length - match[0].length < 12) break
    const rest = text.slice(match[0].length)
    // "Now that it is done" and "First, …": a word without a comma is only dropped where it can be nothing else.
    text = rest.charAt(0).toLocaleUpperCase(language === '' ? 'en' : primary) + rest.slice(1)
  }
  return text
}

const withoutComma = new Set(
  'but and yet plus or note that und aber mais et pero y ma e mas maar en לכן'.split(' '),
)

/** "In 2024, though, sales fell" → "In 2024, sales fell"; "Sales, however, fell" → "Sales fell". */
function withoutInnerContrast(sentence: string): string {
  const fronted =
    /^((?:In|On|At|For|By|During|After|With|Since|From|Under|Among) [^,]{1,50}), (?:however|though), /u
  if (fronted.test(sentence)) return sentence.replace(fronted, '$1, ')
  return sentence
    .replace(/^([^,]{1,60}), (?:however|though), /u, '$1 ')
    .replace(/, (?:however|though|too)([.!])$/u, '$1')
}

function matchers(primary: string): Matchers {
  const known = matchersOf.get(primary)
  if (known) return known
  const { leaning, droppable, free } = openerWords(primary)
  const tail = unspacedLanguages.has(primary) ? '' : "(?![\\p{L}\\p{M}\\p{N}'’-])"
  const strict = droppable.map((phrase) =>
    unspacedLanguages.has(primary)
      ? `${phrase}[、，,]?\\s*`
      : withoutComma.has(phrase) || ['ar', 'he', 'hi'].includes(primary)
        ? `${phrase}[,،]?\\s+`
        : phrase === 'note that'
          ? 'note that\\s+'
          : `${phrase},\\s+`,
  )
  const made = {
    leaning: anyOf(leaning, tail),
    droppable: anyOf(strict, ''),
    free: anyOf(free, tail),
  }
  matchersOf.set(primary, made)
  return made
}

function anyOf(phrases: string[], tail: string): RegExp {
  if (phrases.length === 0) return /(?!)/u
  const longestFirst = [...phrases].sort((a, b) => b.length - a.length)
  return new RegExp(`^(?:${longestFirst.join('|')})${tail}`, 'iu')
}

function primaryOf(language: string): string {
  return language.toLowerCase().split('-')[0] || 'en'
}
