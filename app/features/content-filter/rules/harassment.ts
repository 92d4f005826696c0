import { isMeant } from './context.ts'
import { everywhere, type Rule } from './rule.ts'
import { group, target } from './words.ts'

/** Words with no use but to insult people for what they are. Those with a second, harmless meaning are left out. */
const slur =
  '(?:n[i1]ggers?|k[i1]kes?|f[a4]gg[o0]ts?|sp[i1]cs?|ch[i1]nks|wetbacks?|tr[a4]nn(?:y|ies)|ragheads?|towelheads?|kanaken?|judensau|judenschweine?|untermenschen?|schwuchteln?|negratas?|sudacas?|maricones|bougnoules?|youpins?)'

const aimedSlur = new RegExp(
  [
    `\\b(?:you|these|those|all|dirty|fucking|filthy|stupid|bloody|ihr|du|dreckige[rn]?|scheiß|estos|esos|putos?|ces|sales?) (?:are (?:an? |all )?)?(?:\\w+ )?${slur}\\b`,
    `@\\w+[^.!?\\n]{0,40}\\b${slur}\\b`,
    `\\b${slur} (?:are|should|must|go (?:home|back)|get out|raus|fuera|dehors)\\b`,
    '(?:チョン公|シナ人ども)',
  ].join('|'),
  'g',
)

const vermin =
  '(?:vermin|cockroaches|parasites|subhumans?|scum|filth|ungeziefer|ratten|parasiten|untermenschen|abschaum|alimanas|ratas|escoria|parasitos|cafards|rats|vermine)'
const dehumanising = new RegExp(
  `\\b${group} (?:are|sind|son|sont) (?:all |just |nothing but |only |nur |alle |nichts als |todos |unas? |des |de la )*${vermin}\\b`,
  'g',
)

const order = new RegExp(
  `(?:^|[.!?\\n] ?|\\bplease )(?:bully|harass|humiliate|dox+|cyberbully) (?:${target}|my \\w+|our \\w+|this (?:girl|boy|woman|man|kid))\\b|(?:^|[.!?\\n] ?)(?:mobbe|mobbt|acosa a|humilla a|harcele[sz]?) \\S`,
  'g',
)

export const harassmentRules: Rule[] = [
  {
    id: 'harassment/slur-aimed',
    reason: 'harassment',
    places: everywhere,
    matches: (text, place) => isMeant(text, aimedSlur, place),
  },
  {
    id: 'harassment/dehumanising',
    reason: 'harassment',
    places: everywhere,
    matches: (text, place) => isMeant(text, dehumanising, place),
  },
  {
    id: 'harassment/asked-for',
    reason: 'harassment',
    places: ['asked'],
    matches: (text, place) => isMeant(text, order, place),
  },
]
