// Words that point at the moment or at the piece itself, not at a sentence before: "this year", "this article".
const selfOrNow =
  '(?:year|week|month|morning|afternoon|evening|spring|summer|autumn|fall|winter|century|decade|quarter|weekend|time|january|february|march|april|may|june|july|august|september|october|november|december|article|post|chapter|guide|paper|book|report|essay|tutorial|document|survey|release|study|interview|episode|talk|recipe|newsletter)'
const people =
  /\b(?:president|minister|director|founder|author|officer|chief|ceo|chair(?:man|woman)?|analyst|leader|king|queen|judge|lawyer|teacher|doctor|nurse|student|engineer|developer|scientist|researcher|professor|writer|editor|artist|singer|actor|actress|player|coach|man|men|woman|women|boy|girl|child|children|mother|father|parent|parents|brother|sister|son|daughter|husband|wife|friend|colleague|neighbou?r|user|customer|person|people|someone|somebody|anyone|anybody|everyone|everybody|nobody|who|gunman|officer|soldier|victim|suspect|spokes(?:man|woman|person)|owner|worker|employee|manager|boss|candidate|voter|reader|human)s?\b/iu

const demonstrativeEarly = new RegExp(
  `^(?:[\\p{L}\\p{N}'’,-]+ ){0,5}(?:these|those|this(?!(?:'s|’s)? ${selfOrNow}\\b)|such(?! as\\b))(?= |[,.;:]|$)`,
  'iu',
)
const prepositionThat =
  /^(?:[\p{L}'’-]+ ){0,4}(?:in|on|at|of|for|with|from|by|to|after|before|since|during|until|around|about|despite|like|than|because of|given) that\b/iu
const thatAsSubject =
  /^that (?:is|was|isn't|wasn't|has|had|would|could|should|will|may|might|can|can't|does|doesn't|did|didn't|means|meant|makes|made|leaves|left|gives|gave|leads|led|lets|sounds|seems|said|way|happens|includes|emits|works|[\p{L}-]+ (?:is|was|has|does|did|will|would|can|emits))\b/iu
const fronted =
  /^(?:after|when|while|with|without|in|on|at|as|despite|although|though|if|once|since|before|by|during|for|from|given|until|like|because|whether|even|following|to|asked|having|\p{L}+ing)\b([^,]{2,120}), (?:[\p{L}]+ )?(?:he|she|they|it|his|her|their|its)\b/iu
const datesAndDays =
  /\b(?:january|february|march|april|may|june|july|august|september|october|november|december|(?:mon|tues|wednes|thurs|fri|satur|sun)day|easter|christmas)\b/giu
const personalPronoun = /\b(?:he|she|him|his|her|hers|himself|herself)\b/u
const thingPronounEarly = /^(?:[\p{L}\p{N}'’-]+ ){1,5}(?:they|them|their|theirs|it|its|it's|itself)\b/iu
// "You can also use them …": the subject is known, what is used isn't.
const objectPronoun =
  /^(?:you|we|i|people|users|developers)(?: (?:can|could|will|would|should|may|might|must|also|only|just|now|even|then|do|did|don't|didn't|can't|have|had|never|always|often|still|'ll|'d))* \p{L}+(?: (?:with|on|for|to|of|about|in|from|by|up|out))? (?:them|it|him|her)\b/iu
// "Nobody else could read it": whoever does it is named, what they do it to isn't.
const quantifiedPronoun =
  /^(?:nobody|no one|everyone|everybody|anyone|anybody|few|many|most|some|none)\b(?:(?! (?:who|that|of)\b)[^,;:.]){1,40} (?:it|them|him|her)(?=[,;.]| (?:and|or|to|for|in|with)\b)/iu
const expletive =
  /\bit(?:'s|'ll| is| was| has been| will be| would be| looks| seems| turns out| may be| might be| can be)? (?:also |not |still |now |very |quite |more |even |often |always |likely |a |an |been |most )*(?:important|clear|possible|impossible|worth|critical|essential|easy|easier|easiest|hard|harder|difficult|useful|helpful|best|better|good|nice|common|necessary|true|likely|unlikely|like|unclear|tempting|fair|safe|time|takes|took|take|long|one thing|surprising|that|as if|makes sense|rare|cheaper|becoming)\b/iu
const determined = /\b(?:the|a|an|every|each|some|any|no|most|many|our|your|my|we|you|i)\b/iu

/** What the words around a pronoun show of its referent; `named` tells a name from a capitalised first word. */
export function englishLeans(sentence: string, named: (text: string) => boolean): boolean {
  const text = sentence.replaceAll('’', "'").replace(/^["“'(]+/u, '')
  if (demonstrativeEarly.test(text)) return true
  if (prepositionThat.test(text) || thatAsSubject.test(text)) return true
  if (/^such\b(?! as\b)/iu.test(text)) return true
  const expletiveFree = text.replace(expletive, 'one')
  const front = fronted.exec(expletiveFree)
  if (front && !frontNamesSubject(front[1] ?? '', named)) return true
  const person = personalPronoun.exec(expletiveFree)
  if (person) {
    // "In July 1823 his lens was lit": a month is no one.
    const before = expletiveFree.slice(0, person.index).replace(datesAndDays, ' ')
    if (!named(before) && !people.test(before)) return true
  }
  if (objectPronoun.test(expletiveFree) || quantifiedPronoun.test(expletiveFree)) return true
  const thing = thingPronounEarly.exec(expletiveFree)
  if (thing) {
    const before = thing[0].slice(0, thing[0].lastIndexOf(' '))
    const introduced = expletiveFree.slice(thing[0].length)
    // "Since its introduction, ATF has …": the name follows in the same sentence.
    const cataphora =
      /\b(?:its|their)$/iu.test(thing[0]) && /, (?:the )?\p{Lu}/u.test(introduced.slice(0, 80))
    if (
      !cataphora &&
      !named(before) &&
      !/\p{Ll}{4}/u.test(before.replace(fillers, ' ')) &&
      !determined.test(before)
    )
      return true
  }
  return false
}

const fillers =
  /\b(?:since|when|while|with|after|before|although|though|because|where|from|most|then|even|just|only|have|been|will|would|could|should|also|that|what|once|recently|today|currently|perhaps|maybe|unfortunately|fortunately|luckily|eventually|sometimes|usually|often|soon|later|finally|originally|initially)\b/giu

/** "When the team finished, they …" and "After Ada left, she …" name their subject; "With 18 months left, he …" doesn't. */
function frontNamesSubject(front: string, named: (text: string) => boolean): boolean {
  const words = front.trim().split(/\s+/u)
  const opening = words.slice(0, 2).join(' ')
  return (
    /^(?:the|a|an|you|we|i|people|someone|somebody|everyone|your|my|our|every|each)\b/iu.test(opening) ||
    named(`x ${words[0] ?? ''}`)
  )
}

const pointers = [
  /\bas (?:\w+ )?(?:mentioned|noted|described|discussed|shown|explained|stated|seen|said|outlined|listed)(?: (?:above|below|earlier|before|previously|in)\b|,)/iu,
  /\b(?:mentioned|described|discussed|shown|listed|defined|noted|presented|explained|outlined|found|given|seen) (?:above|below|earlier|previously|here)\b/iu,
  /\b(?:the|this|that|previous|next|following|preceding|earlier|later|above) (?:above|aforementioned|previous|preceding|foregoing|following) ?(?:section|chapter|table|figure|example|list|paragraph|code|diagram|image|steps?|terms?)?\b(?! (?:year|day|week|month|morning))/iu,
  /\b(?:previous|next|following|preceding|earlier|later|this|last) (?:section|chapter|table|figure|listing|diagram|paragraph|example)s?\b/iu,
  /\b[\p{Lu}][\p{L} ]{2,40} section (?:above|below)\b/u,
  /\b(?:fig(?:ure|s|\.)?|table|listing|equation|appendix|exhibit) ?\d/iu,
  /(?:\bsee|\bin|\bfrom) (?:above|below)\b|\b(?:above|below)(?=[.;:)]|$|, )/iu,
  /\b(?:image|photo|picture|video|diagram|chart|screenshot|code|script|snippet|graph|program|sentence|table) (?:above|below)\b/iu,
  /\b(?:click|tap|scroll|subscribe|sign up|read more|learn more)\b.{0,30}\b(?:here|below|above|now|link|newsletter)\b/iu,
  /\bwe (?:won't|will not|don't|do not) (?:discuss|cover|go into|describe)\b/iu,
  /\b(?:for (?:more|further|full) (?:details?|information|discussion|background|on|about)|to (?:learn|read|find out) more)\b.{0,80}\b(?:see|visit|read|check|refer|consult|contact|go to)\b|\bsee https?:/iu,
  /\bgave (?:the|an) example earlier\b|\bsee notes?\b|\bfollowing (?:are|is)\b|\bso far\b.{0,12}$/iu,
]

/** Whether a sentence speaks of another part of the page, which a thread doesn't show: "in the previous section", "Figure 2". */
export function pointsElsewhere(sentence: string): boolean {
  const text = sentence.replaceAll('’', "'")
  return pointers.some((pointer) => pointer.test(text))
}
const vagueThis = new RegExp(`\\bth(?:is|ese|ose) (?!${selfOrNow})(\\p{L}{3,})`, 'giu')

/**
 * How much a sentence that may open a tweet still takes for granted, 0 to 1: "this" far from the front, "the company",
 * "the move", a piece that speaks of itself.
 */
export function englishVagueness(sentence: string): number {
  let vague = 0
  for (const match of sentence.matchAll(vagueThis)) {
    const noun = (match[1] ?? '').toLowerCase().slice(0, 5)
    if (!sentence.slice(0, match.index).toLowerCase().includes(noun)) vague += 0.35
  }
  if (/\b(?:this|that)(?=[.,;!?]| (?:is|was|has|will|can|does|makes|means)\b)/iu.test(sentence)) vague += 0.3
  if (
    /^the (?:company|firm|group|team|move|decision|deal|change|idea|latter|problem|issue|project|plan|result|results|approach|process|answer|question|goal|aim|feature|disagreement|news|findings?|figure|measure|order|division|concept|claim|dispute)s?\b/iu.test(
      sentence,
    )
  )
    vague += 0.25
  if (
    /^the (?:new|current|present|latest|first|second|third|main|only|remaining|resulting) /iu.test(sentence)
  )
    vague += 0.2
  if (/\bhere\b/u.test(sentence)) vague += 0.25
  if (/\bthat \p{Lu}/u.test(sentence)) vague += 0.3
  if (
    /\b(?:also|too|again|as well|instead|likewise|similar|same|in addition|more updates|other|another|further|even more)\b/iu.test(
      sentence,
    )
  )
    vague += 0.12
  if (
    /\b(?:this|the present|our) (?:article|post|chapter|guide|paper|book|tutorial|document|essay|series)\b/iu.test(
      sentence,
    )
  )
    vague += 0.35
  if (
    /\bwe(?:'ll| will) (?:look|see|discuss|cover|describe|explore|start|talk|walk|use|now)\b|\blet's\b|\bwe (?:describe|discuss)\b/iu.test(
      sentence,
    )
  )
    vague += 0.4
  return Math.min(1, vague)
}
