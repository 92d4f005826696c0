import { doxxingRules } from './rules/doxxing.ts'
import { foldText } from './rules/fold-text.ts'
import { harassmentRules } from './rules/harassment.ts'
import type { Place, Reason, Rule } from './rules/rule.ts'
import { selfHarmRules } from './rules/self-harm.ts'
import { sexualMinorRules } from './rules/sexual-minors.ts'
import { threatRules } from './rules/threats.ts'
import { weaponRules } from './rules/weapons.ts'

/** The gravest first: the first that matches is what is told. */
const rules: Rule[] = [
  ...sexualMinorRules,
  ...weaponRules,
  ...threatRules,
  ...doxxingRules,
  ...harassmentRules,
  ...selfHarmRules,
]

/** What a text breaks: a rule of ours, or a category of OpenAI's moderation. */
export type Breach = { reason: Reason; rule: string }

/** The first of our own rules that a text breaks, or null. Pure, and in time linear in the text. */
export function findBreach(text: string, place: Place): Breach | null {
  const folded = foldText(text)
  const broken = rules.find(({ places, matches }) => places.includes(place) && matches(folded, place))
  return broken ? { reason: broken.reason, rule: broken.id } : null
}
