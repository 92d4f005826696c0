import type { LanguageWords } from '../language-words.ts'
import { converse } from './converse.ts'
import {
  agents,
  approximately,
  auxiliaries,
  causes,
  denying,
  functionWords,
  negators,
  notDenying,
  over,
  quantifiers,
  sequence,
  under,
} from './grammar.ts'
import { currencies, months, units, weekdays } from './measures.ts'
import { numbers, scales } from './numbers.ts'
import { oppositeQualities } from './opposite-qualities.ts'
import { oppositeVerbs } from './opposite-verbs.ts'
import { sameAbstract } from './same-abstract.ts'
import { sameAction } from './same-action.ts'
import { sameBusiness } from './same-business.ts'
import { sameChange } from './same-change.ts'
import { sameLife } from './same-life.ts'
import { samePeople } from './same-people.ts'
import { sameQualities } from './same-qualities.ts'
import { sameSpeech } from './same-speech.ts'
import { sameState } from './same-state.ts'
import { sameWorld } from './same-world.ts'
import { inviting, judging, opinion, speech } from './views.ts'

/** German, as the checks know it. The stemmer takes ß for ss and drops umlauts; verbs stand with all their stems. */
export const german: LanguageWords = {
  functionWords,
  same: [
    ...sameChange,
    ...sameBusiness,
    ...sameSpeech,
    ...sameAction,
    ...sameLife,
    ...samePeople,
    ...sameWorld,
    ...sameState,
    ...sameAbstract,
    ...sameQualities,
  ],
  opposite: [...oppositeVerbs, ...oppositeQualities],
  converse,
  sequence,
  negators,
  denying,
  notDenying,
  causes,
  quantifiers,
  approximately,
  over,
  under,
  numbers,
  scales,
  months,
  weekdays,
  units,
  currencies,
  passive: { auxiliaries, agents },
  speech,
  opinion,
  judging,
  inviting,
}
