import { type Check, rangeOf } from './check.ts'

const only: Readonly<Record<string, RegExp>> = {
  en: /^(?:only|solely|exclusively)$/u,
  de: /^(?:nur|ausschließlich|lediglich|bloß)$/u,
  es: /^(?:solo|sólo|solamente|únicamente|exclusivamente)$/u,
  ja: /^(?:だけ|のみ|限り)/u,
}
/** A free retelling may say of all what its own sentence limits elsewhere. */
const nearWording = 0.4

/** "Everyone may vote" for "only members may vote". */
export const checkOnly: Check = ({ alignment: { claim }, source, likeness }) => {
  const limits = only[source.language.tag]
  if (!limits || !likeness || likeness.sequence < nearWording) return []
  const { tokens } = likeness.statement
  const limit = tokens.find(({ lower }) => limits.test(lower))
  const all = claim.tokens.find(({ sense }) => sense.quantifier === 0)
  if (!limit || !all || claim.tokens.some(({ lower }) => limits.test(lower))) return []
  if (tokens.some(({ sense }) => sense.quantifier === 0)) return []
  return [{ code: 'turned-round', at: rangeOf(all), found: limit.text }]
}
