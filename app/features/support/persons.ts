import type { Token } from './tokens.ts'

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '))

/** Words by which a writer speaks of themselves, by language: "os" and "mine" are other words in another. */
const firstPersons: Readonly<Record<string, ReadonlySet<string>>> = {
  en: set("i i'm i've i'd i'll me my mine we we're we've we'd we'll our ours us"),
  de: set('ich mich mir mein meine meinen meiner wir uns unser unsere'),
  es: set('yo mi mí me mis nosotros nosotras nos nuestra nuestro'),
  ja: set('私 僕 俺 自分 わたし'),
}

/** Words by which readers are spoken to. German "sie" and "ihnen" are those only with a capital, "ihr" may be "her". */
const secondPersons: Readonly<Record<string, ReadonlySet<string>>> = {
  en: set("you your you're you've you'd you'll"),
  de: set('du dich dir dein deine euch eure sie ihnen'),
  es: set('tú te ti tu usted ustedes vosotros vosotras os vuestra vuestro'),
  ja: set('あなた 皆さん みなさん みんな'),
}
const politeWithCapital = set('sie ihnen')

/** Whether a word is its writer's of themselves; "the US" is a country. */
export const isOfWriter = (tag: string, { lower, text }: Token): boolean =>
  firstPersons[tag]?.has(lower) === true && text !== 'US'

export const isToReaders = (tag: string, { lower, capital }: Token): boolean =>
  secondPersons[tag]?.has(lower) === true && (!politeWithCapital.has(lower) || capital === 'inside')
