import { isMeant } from './context.ts'
import type { Rule } from './rule.ts'

const minor =
  '(?:\\b(?:child(?:ren)?|kids?|minors?|under-?aged?(?: (?:girls?|boys?|teens?))?|pre-?teens?|toddlers?|school-?(?:girls?|boys?)|little (?:girls?|boys?)|(?:[1-9]|1[0-7])[- ](?:year|yr)s?[- ]olds?|(?:six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen)[- ]years?[- ]olds?|kind(?:er|ern)?|minderjahrig\\w*|schulmadchen|(?:[1-9]|1[0-7])-?jahrig\\w*|nin[oa]s?|menor(?:es)? de edad|colegialas?|de (?:[1-9]|1[0-7]) anos|enfants?|mineure?s?|fillettes?|ecolieres?|de (?:[1-9]|1[0-7]) ans)\\b|児童|小学生|中学生|未成年|幼女|少女|(?<!\\d)(?:[1-9]|1[0-7])歳)'
const erotic =
  '(?:\\b(?:erotica?|eroticism|porn(?:o|ography|ographic)?|smut|hentai|sexually explicit|sex (?:scenes?|stor(?:y|ies))|sexual (?:stor(?:y|ies)|scenes?|fantas(?:y|ies))|nudes|sexy (?:stor(?:y|ies)|scenes?|pictures?)|erotisch\\w*|porno\\w*|sexszenen?|sexgeschichten?|erotic[oa]s?|escenas? sexual(?:es)?|relatos? sexual(?:es)?|erotiques?|scenes? sexuelles?)\\b|エロ|官能小説|ポルノ)'
const depicting =
  '(?:\\b(?:about|with|of|featuring|starring|involving|between|uber|mit|von|con|sobre|entre|avec|sur)\\b)'

const depiction = new RegExp(
  `${erotic}[^.!?\\n]{0,30}${depicting} (?:[\\w'-]+ ){0,4}${minor}|${minor}[^.!?\\n]{0,6}の?${'(?:エロ|官能小説|ポルノ)'}[^。\\n]{0,12}(?:書|描|作)`,
  'g',
)

const material =
  "(?:\\b(?:child(?:ren)?(?:'s)? porn\\w*|kiddie porn|underage (?:porn|nudes)|kinderporno\\w*|pornografia infantil|pedopornograph\\w*|pornographie infantile)\\b|児童ポルノ)"
const trading = new RegExp(
  `\\b(?:where (?:to|can i) (?:get|find|buy|watch|download)|(?:buy|sell|selling|trade|trading|share|send me|download|get|looking for|dm me for|message me for|link (?:to|for))(?: free| more)?|wo (?:man|ich)|verkaufe|tausche|suche|donde (?:comprar|encontrar|ver)|vendo|cambio|busco|ou (?:trouver|acheter|voir)|vends|echange) (?:\\w+ ){0,2}${material}|${material}[^.!?\\n。]{0,60}(?:\\b(?:dm me|message me|text me|on telegram|link in (?:my )?bio|for sale|schreibt mir|escribeme|contactez-moi)\\b|(?:売り|譲り|あげ)ます|ください)`,
  'g',
)

export const sexualMinorRules: Rule[] = [
  {
    id: 'sexual-minors/depiction',
    reason: 'sexual-minors',
    places: ['asked'],
    matches: (text, place) => isMeant(text, depiction, place),
  },
  {
    id: 'sexual-minors/trading',
    reason: 'sexual-minors',
    places: ['asked', 'source', 'tweets'],
    matches: (text, place) => isMeant(text, trading, place),
  },
]
