import { placesMeant } from './context.ts'
import { everywhere, type Place, type Rule } from './rule.ts'

const address =
  /\b\d{1,5}[a-z]? (?:[a-z'.-]+ ){1,4}(?:street|st|road|rd|avenue|ave|lane|ln|drive|boulevard|blvd|court|close|terrace)\b|\b[a-z-]{3,}(?:straße|strasse|str\.|weg|gasse|allee) ?\d{1,4}\b|\b(?:calle|avda?\.?|avenida) (?:[a-z]+ ){0,4}[a-z]+,? (?:n[.ºo]* ?)?\d{1,4}\b|\b\d{1,4},? (?:bis )?(?:rue|avenue|boulevard|impasse) [a-z]|[都道府県市区町村][^\s。]{0,12}\d+(?:丁目|番地?|-\d+)/
const phone = /(?<![\d-])\+?\(?\d[\d ()./-]{7,}\d/
const livesThere =
  /\b(?:lives? at|home address|his address|her address|their address|wohnt (?:in|am|an)|privatadresse|vive en|domicilio|habite|adresse personnelle)\b|自宅|住所/

/** Calls to go there, to ring, to frighten. */
const call =
  /\b(?:go (?:round |over )?to (?:his|her|their) (?:house|home|place|flat|door)|(?:turn|show) up at (?:his|her|their)|(?:pay|give) (?:him|her|them) a visit|knock on (?:his|her|their)|visit (?:him|her|them) at home|(?:ring|call|phone) (?:him|her|them) (?:day and night|all night|at night|non-?stop)|make (?:his|her|their) life hell|let (?:him|her|them) know (?:what|how) (?:we|you)|make (?:him|her|them) (?:pay|regret|suffer)|wait for (?:him|her|them) outside|(?:geht|fahrt|kommt) (?:alle )?(?:zu (?:ihm|ihr|ihnen)|hin)|stattet (?:ihm|ihr|ihnen) einen besuch|besucht (?:ihn|sie) zu hause|klingelt bei (?:ihm|ihr|ihnen)|(?:id|vayan|vamos|vayamos) (?:todos )?a su casa|(?:hacedle|haganle|hagamosle) una visita|allez (?:tous )?chez (?:lui|elle|eux)|rendez-lui visite|sonnez chez (?:lui|elle|eux))\b|(?:家|自宅)に(?:行こう|行け|押しかけ|突撃)/g

/** Who may be found and written to by everybody: offices, elected people, shops. */
const publicPlace =
  /\b(?:office|bureau|constituency|senator|congress\w*|mp|mps|minister|ministry|mayor|council|embassy|headquarters|customer service|museum|shop|store|restaurant|tickets?|admission|opening hours|open (?:daily|on|from|every)|guided tours?|geoffnet|abierto|ouverte?|buro|rathaus|ministerium|oficina|ministerio|ayuntamiento|museo|mairie|ministere|musee)\b|事務所|美術館|博物館/

const reach = 500

/** A private person's address with a phone number, or said to be where they live, and a call to go there, close together. */
function hasCallToAHome(text: string, place: Place): boolean {
  for (const index of placesMeant(text, call, place)) {
    const near = text.slice(Math.max(0, index - reach), index + reach)
    const beside = near.replace(address, '')
    if (beside === near || publicPlace.test(beside)) continue
    if (phone.test(beside) || livesThere.test(beside)) return true
  }
  return false
}

export const doxxingRules: Rule[] = [
  { id: 'doxxing/call-to-a-home', reason: 'doxxing', places: everywhere, matches: hasCallToAHome },
]
