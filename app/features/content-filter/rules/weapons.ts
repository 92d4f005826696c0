import { isMeant, placesMeant } from './context.ts'
import { everywhere, type Place, type Rule } from './rule.ts'
import { howTo } from './words.ts'

/** Bombs that are none, and words after a weapon's name that turn it into something else. */
const tame =
  '(?<!\\b(?:bath|photo|seed|cherry|glitter|chocolate|cocoa|logic|zip|fork|yarn|stink|love|tea|water|calorie|time)[ -])'
const tameAfter =
  '(?! (?:calorimeter|cyclone|shelter|disposal|detector|detection|squad|threat|hoax|safe|harmless|damage|crater|scare|illegal|obsolete|unnecessary|disappear|taboo|rare|glacee|de (?:calor|agua|bain|insulina)|a eau|hidraulica|growth|start|power|strength|speed)\\w*)'

const english =
  '(?:bombs?|explosives?|explosive devices?|ieds?|molotovs?(?: cocktails?)?|nerve (?:agents?|gas)|sarin|novichok|mustard gas|ricin|botulinum toxin|anthrax|(?:chemical|biological|nuclear) weapons?|bioweapons?|napalm|tatp|ghost guns?|detonators?)'
const german =
  '(?:(?:rohr|nagel|brand|auto|atom|benzin|splitter|paket|brief|koffer)?bomben?|sprengst\\w+|sprengsatz\\w*|brandsatz|molotow\\S*|giftgas|nervengift|sarin|rizin|milzbrand)'
const spanish =
  '(?:bombas?|explosivos?|gas (?:sarin|nervioso)|coctel(?:es)? molotov|ricina|armas? (?:quimicas?|biologicas?))'
const french = '(?:bombes?|explosifs?|gaz (?:sarin|neurotoxique)|cocktails? molotov|ricine|armes? chimiques?)'
const japanese = '(?:爆弾|爆発物|サリン|火炎瓶|毒ガス|炭疽菌|化学兵器)'
const weapon = new RegExp(
  `\\b${tame}(?:${english}|${german}|${spanish}|${french})\\b${tameAfter}|${japanese}`,
  'g',
)

const making =
  '(?:mak(?:e|ing)|build(?:ing)?|produc(?:e|ing)|synthesi[sz](?:e|ing)|assembl(?:e|ing)|cook(?:ing)?|brew(?:ing)?|manufactur(?:e|ing)|construct(?:ing)?|prepar(?:e|ing)|mix(?:ing)?|detonat(?:e|ing)|plant(?:ing)?)'
const between =
  '(?:(?:an?|the|your|my|own|any|some|simple|small|big|large|powerful|home-?made|working|real|cheap|pipe|nail|petrol|fertili[sz]er|dirty|car|letter|pressure[- ]cooker|nuclear|atomic|of|\\d+\\w*|gallons?|lit(?:er|re)s?|grams?) ){0,5}'

const method = new RegExp(
  [
    `${howTo} (?:\\w+ and )?${making} ${between}\\b${tame}${english}\\b${tameAfter}`,
    `\\b(?:wie (?:man|ich|wir)|(?:bau)?anleitung|rezept|schritt fur schritt)\\b[^.!?\\n]{0,40}\\b${german}\\b[^.!?\\n]{0,20}\\b(?:baut|baue|bauen|herstell(?:t|e|en)|mach(?:t|e|en)|bastel(?:t|n)|zunde[tn]|mische?[tn])\\b`,
    `\\b(?:(?:bau)?anleitung|rezept) (?:fur|zum|zur) (?:\\w+ ){0,3}${german}\\b`,
    `\\b(?:como|instrucciones para) (?:hacer|fabricar|construir|preparar|montar) (?:(?:una?|el|la|tu|mi) )?(?:\\w+ )?${spanish}\\b${tameAfter}`,
    `\\b(?:comment|instructions pour) (?:faire|fabriquer|construire|preparer|monter) (?:(?:une?|des|du|le|la|ta|ma|sa) )?${french}\\b${tameAfter}`,
    `${japanese}(?:の(?:作り方|つくり方|製造方法|作成方法)|を(?:作る|つくる|製造する|自作する)方法)`,
  ].join('|'),
  'g',
)

/** A sentence or a step that tells the reader to do something with their hands. */
const handiwork =
  /(?:^|[.!?:;\n]\s*)(?:(?:step )?\d+[.):]\s*|[-*•]\s*)?(?:(?:first|then|next|now|finally),? )?(?:mix|add|pour|pack|fill|attach|connect|wire|heat|combine|dissolve|drill|seal|insert|stir|place|put|cut|grind|filter|boil|solder|tape|soak|stuff|mischen?|fullen?|geben sie|gib|nehmen sie|nimm|bohren?|verbinden?|erhitzen?|mezcl[ae]|anad[ae]|viert[ae]|llen[ae]|conect[ae]|calient[ae]|tap[ae]|coloc[ae]|melangez?|ajoutez?|versez?|remplissez|chauffez|branchez)\b/g
const measured =
  /\b\d+(?:[.,]\d+)? ?(?:kg|g|mg|ml|cl|l|oz|grams?|lit(?:er|re)s?|ounces?|cups?|parts?|gramm|gramos?|litros?|grammes?)\b|\byou(?:'ll| will)? need\b|\b(?:materials|ingredients|zutaten|ingredientes)\b ?:|\bstep \d|\n\s*\d+[.)] /
/** Characters after a weapon's name within which its recipe would begin, and those of a line that is a heading. */
const reach = 500
const longestHeading = 80

/** Where the recipe of a weapon would stand: in the same paragraph, or in what follows where it is named in a heading. */
function placeOfRecipe(text: string, index: number): string {
  const from = Math.max(0, index - reach / 4)
  const before = text.slice(from, index)
  const after = text.slice(index, index + reach)
  const line = `${before.slice(before.lastIndexOf('\n') + 1)}${after.split('\n', 1)[0]}`
  const isHeading = line.length <= longestHeading && after.includes('\n')
  return `${before.slice(before.lastIndexOf('\n\n') + 1)}${isHeading ? after : after.split('\n\n', 1)[0]}`
}

/** Whether a recipe stands with a weapon's name: three orders or more, with quantities, a list or numbers. */
function hasRecipe(text: string, place: Place): boolean {
  for (const index of placesMeant(text, weapon, place)) {
    const recipe = placeOfRecipe(text, index)
    if ([...recipe.matchAll(handiwork)].length >= 3 && measured.test(recipe)) return true
  }
  return false
}

const massHarm = new RegExp(
  `${howTo} (?:(?:poison|contaminate) (?:an?|the|our|their) (?:\\w+ )?(?:water supply|reservoir|drinking water|food supply)|(?:commit|carry out|plan|get away with) an? (?:mass|school) shooting|(?:commit|carry out|plan) an? (?:massacre|terror(?:ist)? attack))`,
  'g',
)

export const weaponRules: Rule[] = [
  {
    id: 'weapons/method-asked-for',
    reason: 'weapons',
    places: ['asked'],
    matches: (text, place) => isMeant(text, method, place),
  },
  { id: 'weapons/recipe', reason: 'weapons', places: everywhere, matches: hasRecipe },
  {
    id: 'weapons/mass-harm',
    reason: 'weapons',
    places: ['asked'],
    matches: (text, place) => isMeant(text, massHarm, place),
  },
]
