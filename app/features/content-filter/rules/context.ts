import type { Place } from './rule.ts'

/** Words of a sentence that tells of what somebody else said or did: news, court, history, the study of words, fiction. */
const reporting =
  /\b(?:said|says?|saying|wrote|writes?|told|shout(?:ed|s|ing)|chant\w*|scream\w*|yell\w*|whisper\w*|claim\w*|call(?:ed|s)|threaten\w*|threats?|posted|posters?|reads?|slogans?|propaganda|quot\w*|according|court|convict\w*|charged|sentenced|police|prosecut\w*|arrest\w*|victims?|survivors?|histor\w*|novels?|characters?|films?|words?|terms?|slurs?|epithets?|speech|lyrics?|ban|bans|banned|laws?|illegal|research\w*|stud(?:y|ies)|sagten?|schrieb\w*|rief\w*|droht\w*|parolen?|gericht\w*|polizei|wort|worter|begriff\w*|verurteilt\w*|plakat\w*|hetz\w*|dijo|dijeron|escribi\w*|grit\w*|amenaz\w*|segun|tribunal|policia|palabras?|condenad\w*|dit|disait|ecrit\w*|cri(?:e|ait|aient)|menac\w*|selon|mots?|condamne\w*)\b|と(?:言|述|書|叫|話|脅)|という|判決|逮捕|警察|容疑|事件|被害/

/** Words that turn a wish into its opposite: "without telling how to …", "why nobody should …". */
const refusing =
  /\b(?:do(?:es)? not|don't|doesn't|not to|never|without|leave out|omit|skip|avoid|nobody|no one|against|prevent\w*|protect\w*|stop(?:ping)?|combat\w*|fight\w*|ohne|nicht|niemand|keine?|gegen|lasse?|sin|no|nunca|nadie|contra|evita\w*|sans|ne|jamais|personne|contre)\b/
/** In Japanese they come at the sentence's end. */
const refusingAtTheEnd = /ない|禁止|防止|反対|防ぐ/

const sentenceEnd = /[.!?。！？\n]/

/** Characters that a sentence is looked for on either side; what is longer is no sentence. */
const longestSide = 400

/** The sentence that holds the character at `index`, and what of it stands before. */
function sentenceAround(text: string, index: number): { whole: string; before: string } {
  let start = index
  while (start > Math.max(0, index - longestSide) && !sentenceEnd.test(text[start - 1] ?? '')) start -= 1
  let end = index
  while (end < Math.min(text.length, index + longestSide) && !sentenceEnd.test(text[end] ?? '')) end += 1
  return { whole: text.slice(start, end), before: text.slice(start, index) }
}

/** Tells of growing places in a text whether they are within quotation marks of their paragraph. */
function quoteReader(text: string): (index: number) => boolean {
  let at = 0
  let isOpen = false
  return (index) => {
    for (; at < index; at += 1) {
      if (text[at] === '\n') isOpen = false
      else if (text[at] === '"') isOpen = !isOpen
    }
    return isOpen
  }
}

/**
 * The places, first to last, where a pattern stands in a text and is meant there rather than told of: not quoted, not in
 * a sentence that reports, not refused. What a person asks for is never a report, so there only quoting and refusing
 * count. The pattern has the flag `g`.
 */
export function* placesMeant(text: string, pattern: RegExp, place: Place): Generator<number> {
  const isQuoted = quoteReader(text)
  for (const match of text.matchAll(pattern)) {
    // A pattern may begin with the end of the sentence before.
    const index = match.index + (/^[\s.!?:;,。！？"]*/.exec(match[0])?.[0].length ?? 0)
    if (isQuoted(index)) continue
    const { whole, before } = sentenceAround(text, index)
    const isTold =
      place === 'asked' ? refusing.test(before) || refusingAtTheEnd.test(whole) : reporting.test(whole)
    if (!isTold) yield index
  }
}

export const isMeant = (text: string, pattern: RegExp, place: Place): boolean =>
  !placesMeant(text, pattern, place).next().done
