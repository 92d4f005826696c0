import { isMeant } from './context.ts'
import { everywhere, type Place, type Rule } from './rule.ts'
import { group, target } from './words.ts'

/** Characters up to which a source is somebody's own statement rather than a tale in which people may say anything. */
const longestStatement = 1500

const killing = '(?:kill|murder|shoot|stab|rape|behead|lynch|strangle)'
const firstPerson = new RegExp(
  [
    `\\b(?:i|we)(?:'ll| will| am going to| are going to|'m going to|'re going to|'m gonna|'re gonna) (?:\\w+ )?${killing} (?:${target}|your (?:family|kids|children|wife|husband|mother))\\b(?! (?:an?|the|some|over|another|that|with kindness) ?(?:email|message|line|note|dm|text|mail)?)`,
    '\\b(?:ich|wir) (?:werden?|bringen?|stechen?) (?:dich|euch|ihn|sie|deine familie) (?:\\w+ ){0,2}(?:umbringen|toten|abstechen|erschießen|um|ab)\\b',
    '\\b(?:te|os|lo|la|los|las) (?:voy|vamos) a (?:matar|violar|degollar)\\b|\\b(?:voy|vamos) a (?:matarte|mataros|matarlos?|matarlas?|violarte)\\b',
    '\\b(?:je vais|on va|nous allons) (?:te|vous|les?|la) (?:tuer|violer|egorger|buter)\\b',
    '(?:お前|おまえ|貴様|あなた|あいつ)(?:ら)?を(?:必ず|絶対に?)?殺(?:す|してやる)|殺してやる',
  ].join('|'),
  'g',
)

const wish = new RegExp(
  [
    `(?:\\byou|@\\w+) (?:should|must|deserves? to|needs? to) (?:die|be (?:killed|shot|hanged|raped|stabbed|lynched))\\b`,
    `\\b(?:someone|somebody) (?:should|needs to|has to|must) ${killing} ${target}\\b`,
    `(?:^|[.!?\\n,:] ?|\\bgo |\\bplease |\\bjust )(?:kill yourself|kys|go die|stirb|bring dich um|matate|suicidate|va te pendre)\\b`,
    `(?:^|[.!?。！\\n"] ?)(?:死ね)(?:よ|や)?(?=$|[!。！\\n])`,
  ].join('|'),
  'g',
)

const againstGroups = new RegExp(
  [
    `(?:(?:^|[.!?\\n:] ?)(?:let's |let us )?|\\b(?:we|you|everyone) (?:must|should|need to|have to|will) )(?:kill|gas|exterminate|lynch|shoot|burn|hang) (?:all |every |the |those |these ){1,2}${group}\\b`,
    `\\b(?:all |the )?${group} (?:must|should|deserve to|need to|have to) (?:all )?(?:die|be (?:killed|shot|gassed|exterminated|hanged|lynched|burned))\\b`,
    `\\btod (?:den|allen) ${group}|(?:^|[.!?\\n:] ?)(?:totet|vergast|erschießt) (?:alle|die) ${group}`,
    `\\bmuerte a (?:tod[oa]s )?l[oa]s ${group}|\\b(?:matad|maten|hay que matar) a (?:tod[oa]s )?l[oa]s ${group}`,
    `\\bmort aux ${group}|\\b(?:tuez|il faut tuer) (?:tous )?les ${group}`,
    '(?:朝鮮人|韓国人|中国人|外国人|ユダヤ人)(?:は|を|ども)?(?:みんな|全員|皆)?(?:殺せ|死ね|皆殺しにしろ)',
  ].join('|'),
  'g',
)

const whereYouLive =
  /\b(?:i|we) know where (?:you|@\w+|he|she|they) (?:lives?|works?|sleeps?)\b[^\n]{0,160}\b(?:watch your back|be (?:very )?afraid|(?:am|are|'m|'re) coming for|will (?:die|pay|regret|bleed)|sleep well)\b/g

const order = new RegExp(
  `(?:^|[.!?\\n] ?|\\bplease )(?:(?:write|draft|post) (?:a |an |some )?(?:\\w+ )?threats? (?:to|against|at|that|aimed)|(?:threaten|intimidate|terrori[sz]e) (?:${target}|my \\w+|our \\w+)|(?:schreib\\w*|verfass\\w*) (?:eine )?(?:mord)?drohung|bedrohe? \\w+|escrib\\w* (?:una )?amenaza|amenaza a|ecri\\w* (?:une )?menace)\\b|脅迫(?:文|状)を(?:書|作)`,
  'g',
)

const inStatements = (text: string, place: Place) => place !== 'source' || text.length <= longestStatement

export const threatRules: Rule[] = [
  {
    id: 'threat/first-person',
    reason: 'threat',
    places: everywhere,
    matches: (text, place) => inStatements(text, place) && isMeant(text, firstPerson, place),
  },
  {
    id: 'threat/wish',
    reason: 'threat',
    places: everywhere,
    matches: (text, place) => inStatements(text, place) && isMeant(text, wish, place),
  },
  {
    id: 'threat/against-groups',
    reason: 'threat',
    places: everywhere,
    matches: (text, place) => isMeant(text, againstGroups, place),
  },
  {
    id: 'threat/where-you-live',
    reason: 'threat',
    places: everywhere,
    matches: (text, place) => inStatements(text, place) && isMeant(text, whereYouLive, place),
  },
  {
    id: 'threat/asked-for',
    reason: 'threat',
    places: ['asked'],
    matches: (text, place) => isMeant(text, order, place),
  },
]
