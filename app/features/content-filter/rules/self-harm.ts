import { isMeant } from './context.ts'
import type { Rule } from './rule.ts'
import { howTo } from './words.ts'

const method = new RegExp(
  [
    `${howTo} (?:kill (?:myself|yourself|themselves|oneself)|commit suicide|end (?:my|your|their) (?:own )?life|hang (?:myself|yourself)|cut (?:myself|yourself))\\b`,
    '\\bwie (?:ich mich|man sich) (?:\\w+ ){0,2}(?:umbring(?:e|t)|tote[t]?|das leben nimmt)\\b',
    '\\bcomo (?:suicidar(?:se|me|te)|matarme|quitarme la vida)\\b',
    '\\bcomment (?:se|me) (?:suicider|tuer|pendre)\\b',
    '(?:自殺|首吊り)の?(?:方法|仕方|やり方)を?(?:教|書|説明|紹介)',
  ].join('|'),
  'g',
)

export const selfHarmRules: Rule[] = [
  {
    id: 'self-harm/method-asked-for',
    reason: 'self-harm',
    places: ['asked'],
    matches: (text, place) => isMeant(text, method, place),
  },
]
