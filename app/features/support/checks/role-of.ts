import type { Statement } from '../statement.ts'
import type { Token } from '../tokens.ts'

/** Who does it, and to or for whom it is done. */
export type Role = 'doer' | 'other'

/** How many words may stand between somebody and the verb. */
const mostBefore = 3
const mostAfter = 4

const toWhom = new Set('to a al an'.split(' '))
const nextTo = new Set(
  'of in on at from with for by de del en con por para desde sobre und and y or o oder'.split(' '),
)

/**
 * The role of what stands at some places (first to last) towards a verb of its sentence; null where the language's marks or
 * the order of words don't tell.
 */
export function roleOf(
  statement: Statement,
  { from, to }: { from: number; to: number },
  verb: number,
  language: string,
): Role | null {
  if (language === 'ja') return byParticle(statement, to, verb)
  if (language === 'de') return byArticle(statement, from)
  const role = to < verb ? before(statement, to, verb) : after(statement, from, verb, language)
  return role && isPassive(statement, verb) ? (role === 'doer' ? 'other' : 'doer') : role
}

function before({ tokens }: Statement, to: number, verb: number): Role | null {
  const between = tokens.slice(to + 1, verb)
  if (between.length > mostBefore || between.some(({ lower }) => nextTo.has(lower) || toWhom.has(lower)))
    return null
  return between.every(({ isFunction, lower }) => isFunction || lower.endsWith('ly')) ? 'doer' : null
}

function after({ tokens }: Statement, from: number, verb: number, language: string): Role | null {
  if (language === 'es' && isPersonal(tokens, from, verb)) return 'other'
  const [first, name] = [tokens[verb], tokens[from]]
  if (!first || !name) return null
  const between = tokens.slice(verb + 1, from)
  if (between.length > mostAfter || between.filter(({ isFunction }) => !isFunction).length > 1) return null
  // "Accused his deputy, Will Skewes": a name may stand beside what it is the name of.
  const isOfName = ({ clause, capital }: Token) => clause === first.clause + 1 && capital !== 'none'
  if (between.some((token) => nextTo.has(token.lower) || (token.clause !== first.clause && !isOfName(token))))
    return null
  if (name.clause !== first.clause && !(isOfName(name) && between[0]?.clause === first.clause)) return null
  if (between.some(({ lower }) => toWhom.has(lower))) return 'other'
  // "Dijo Ana": in Spanish the one who does it may follow.
  return language === 'es' ? null : 'other'
}

/** How many words may stand between "a" and the name of whom it is done to: "a su tío, don Hernando". */
const mostAfterA = 4

/** "Le enseñó el método a su sobrina Daniela": however far from its verb, "a" tells to whom. */
function isPersonal(tokens: readonly Token[], from: number, verb: number): boolean {
  const at = tokens.findLastIndex(({ lower }, place) => place > verb && place < from && toWhom.has(lower))
  if (at < 0 || from - at - 1 > mostAfterA) return false
  if (!clitic.test(tokens[verb - 1]?.lower ?? '')) return false
  return !tokens.slice(at + 1, from).some(({ lower }) => nextTo.has(lower))
}

const clitic = /^(?:le|les|lo|la|los|las)$/u

/** "Was sued by B", with what names the agent. */
function isPassive({ tokens }: Statement, verb: number): boolean {
  return (
    tokens.slice(Math.max(0, verb - 3), verb).some(({ sense }) => sense.roles.has('auxiliary')) &&
    tokens.slice(verb + 1, verb + 5).some(({ sense }) => sense.roles.has('agent'))
  )
}

const doers = /^[はがも]$/u
const others = /^[をにへ]$/u
const title = /^(?:さん|氏|様|君|ちゃん|たち|ら)$/u

/** "AはBに広げるよう頼む": with whom に marks, the one who is asked does it. */
const asks = /^よう/u

/** The particle after a noun; a verb in the passive turns it round. */
function byParticle({ tokens }: Statement, to: number, verb: number): Role | null {
  if (verb < to || asks.test(tokens[verb + 1]?.text ?? '')) return null
  const isOwner = tokens[to + 1]?.text === 'の'
  for (const token of tokens.slice(to + (isOwner ? 2 : 1), to + 5)) {
    if (/[、。]/u.test(token.gap)) return null
    const role = doers.test(token.text) ? 'doer' : others.test(token.text) ? 'other' : null
    // "Aの卵を食べた": what is A's is eaten; what is A's may do things without A.
    if (isOwner && role)
      return role === 'other' && token.text === 'を' && !isDoneTo(tokens, verb) ? role : null
    if (role && isGiving(tokens, verb)) return null
    if (role) return isDoneTo(tokens, verb) ? inPassive(token, tokens[verb]) : role
    if (!title.test(token.text) && /^\p{Script=Hiragana}+$/u.test(token.text)) return null
  }
  return null
}

/** "BはAに助けられた": A, right before the verb, does it; what を marks tells nothing of the two. */
function inPassive(particle: Token, verb: Token | undefined): Role | null {
  if (particle.text === 'に') return particle.end === verb?.start ? 'doer' : null
  return doers.test(particle.text) ? 'other' : null
}

/** "〜てくれた", "〜てあげた": who does it is left to whose side the writer is on. */
const isGiving = (tokens: readonly Token[], verb: number) =>
  tokens.slice(verb, verb + 4).some(({ text }) => /^(?:くれ|あげ)/u.test(text))

const isDoneTo = (tokens: readonly Token[], verb: number) =>
  tokens
    .slice(verb, verb + 4)
    .some(
      ({ text }) => /^(?:れ|られ|され|もら|受け|いただ)/u.test(text) || /[かがさたなまらば]れ/u.test(text),
    )

const prepositions =
  /^(?:von|vom|zum|zur|zu|mit|in|im|an|am|auf|bei|beim|für|nach|vor|aus|gegen|über|unter|durch|seit|ohne|um|wegen|trotz|zwischen)$/u

/** Only masculine nouns show it: der or ein, den or einen, dem or einem. */
function byArticle({ tokens }: Statement, at: number): Role | null {
  const near = tokens.slice(Math.max(0, at - 3), at).reverse()
  if (near.some(({ lower }) => prepositions.test(lower))) return null
  for (const { lower } of near.slice(0, 2)) {
    if (/^(?:den|dem|einen|einem|ihren|ihrem|seinen|seinem)$/u.test(lower)) return 'other'
    if (/^(?:der)$/u.test(lower)) return 'doer'
  }
  return null
}
