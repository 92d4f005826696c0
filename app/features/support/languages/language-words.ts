/**
 * What the checks know of a language, as words in lower case. Lists are written as text: words parted by spaces, an
 * underscore for the space within a phrase ("at_least"), `|` between opposite sides. Regular inflections are left to the
 * stemmer; irregular ones stand beside their word ("buy bought").
 */
export type LanguageWords = {
  /** Words that carry no content of their own: articles, prepositions, pronouns, auxiliaries, particles, connectives. */
  functionWords: string
  /** Groups of words that may stand for each other in a fair retelling. A word may be in several groups. */
  same: readonly string[]
  /** "rise grow | fall drop": swapping a word of one side for one of the other turns the meaning round. */
  opposite: readonly string[]
  /** "before | after", "beat defeat | lose_to": opposites that mean the same when what stands on both sides is exchanged too. */
  converse: readonly string[]
  /** Words that tell what came first, likewise: "before until | after then". What follows them, in Japanese what precedes, is what they govern. */
  sequence: string
  /** Words that deny: not, no, never, without, nobody, hardly. */
  negators: string
  /** Verbs and nouns that deny what they govern: fail, refuse, lack, avoid. */
  denying: string
  /** Words and phrases that look like a denial and are none: not_only, no_longer_than, nothing_but. */
  notDenying: string
  /** Words of cause and conclusion: because, therefore, thanks_to, led_to. */
  causes: string
  /** From everything to nothing, each level a group: all every | most | many | some | few | none. */
  quantifiers: string
  /** Words that let a number be rounded: about, nearly, almost; `over` and `under` say to which side. */
  approximately: string
  over: string
  under: string
  /** "one 1", "forty 40", "dozen 12", "third 0.333", "viertelstunde 15 min": number words with their values, and the unit that they have in them. */
  numbers: readonly string[]
  /** "thousand 1e3", "m 1e6", "bn 1e9": words and marks that multiply the number before them. */
  scales: readonly string[]
  /** January to December, each with all its forms and short forms. */
  months: readonly string[]
  /** Monday to Sunday, likewise. */
  weekdays: readonly string[]
  /** Names of units: "km kilometre kilometres kilometer kilometers", the first being the canonical one of `units.ts`. */
  units: readonly string[]
  /** ISO codes with the names and marks of the language: "USD $ dollar dollars us$". */
  currencies: readonly string[]
  /** Auxiliaries of a passive, and what names its agent. */
  passive: { auxiliaries: string; agents: string }
  /** Verbs of saying. */
  speech: string
  /** Phrases that make a sentence the writer's own view: i_think, in_my_view, honestly. */
  opinion: string
  /** Words of praise, blame and feeling, which say nothing that a source could back. */
  judging: string
  /** Words that a request to the readers begins with or holds: read, follow, tell_me. */
  inviting: string
}
