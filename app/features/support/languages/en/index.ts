import type { LanguageWords } from '../language-words.ts'
import { englishNumbers, englishScales, englishUnits } from './measures.ts'
import { englishConverse, englishOpposite } from './opposite.ts'
import { englishSame } from './same.ts'
import { englishInviting, englishJudging, englishOpinion } from './views.ts'

export const english: LanguageWords = {
  functionWords: `a an the this that these those there here it its it's they them their theirs he him his she her hers we us our ours
    i me my mine you your yours who whom whose which what where when while as at by for from in into of off on onto out over per
    through to toward towards under up upon via with within across along among amid around behind beside between beyond during
    inside near since than then until and or but nor so yet if because though although whether both either also too very just
    even still only own such same other another am is are was were be been being have has had having do does did doing done will
    would shall should can could may might must ought get gets got gotten let lets one ones some any each every all how why
    about against he's she's they're we're you're i'm i've i'd i'll it'll that's there's what's who's let's isn is's
    said says say really quite rather now already ever again once more most much many few well back down
    s t re ve ll d m mr mrs ms dr sir st not`,
  same: englishSame,
  opposite: englishOpposite,
  converse: englishConverse,
  sequence: 'before prior_to ahead_of beforehand | after following once afterwards',
  negators: `not no never none nobody nothing neither nor without cannot can't won't don't doesn't didn't isn't aren't wasn't weren't
    hasn't haven't hadn't wouldn't shouldn't couldn't mustn't needn't nowhere hardly barely scarcely rarely seldom no_longer no_one
    not_yet by_no_means`,
  denying: `fail refuse deny lack avoid prevent miss free ban reject close`,
  notDenying: `not_only not_just not_merely not_least nothing_but no_doubt no_wonder no_sooner no_fewer_than no_less_than no_more_than
    not_until nothing_less_than no_matter nothing_short_of could_not_be_more why_not if_not whether_or_not`,
  causes: `because since due_to owing_to thanks_to therefore thus hence consequently as_a_result result_of resulted_in led_to lead_to
    leading_to caused cause causing so_that which_is_why that's_why thanks_to in_order_to because_of blamed_on after_which driven_by
    prompted forcing forced why reason meaning proves prove proof so_successful`,
  quantifiers: `all every each everyone everybody everything entire whole always | most majority mostly mainly usually | many lots often plenty |
    some several sometimes various | few little rarely seldom hardly_any | none no nobody nothing never`,
  approximately: `about around roughly approximately some nearly almost close_to or_so circa virtually more_or_less in_the_region_of just_about`,
  over: `over more_than above at_least upwards_of exceeding in_excess_of no_fewer_than no_less_than just_over well_over`,
  under: `under less_than fewer_than below at_most up_to no_more_than just_under nearly almost close_to`,
  numbers: englishNumbers,
  scales: englishScales,
  months: [
    'january jan',
    'february feb',
    'march mar',
    'april apr',
    'may',
    'june jun',
    'july jul',
    'august aug',
    'september sept sep',
    'october oct',
    'november nov',
    'december dec',
  ],
  weekdays: [
    'monday mon',
    'tuesday tue tues',
    'wednesday wed',
    'thursday thu thurs',
    'friday fri',
    'saturday sat',
    'sunday sun',
  ],
  units: englishUnits,
  currencies: [
    'CENT cents cent pence',
    'USD us$ $ dollars dollar usd bucks',
    'EUR € euros euro eur',
    'GBP £ pounds_sterling sterling gbp quid',
    'GBP pounds',
    'JPY ¥ yen jpy',
    'CHF chf swiss_francs francs franc',
    'CAD c$ canadian_dollars cad',
    'AUD a$ australian_dollars aud',
    'CNY yuan renminbi cny rmb',
    'INR ₹ rupees rupee inr',
    'SEK kronor sek',
    'NOK kroner nok',
    'KRW ₩',
    'RUB roubles rubles',
    'PLN zloty zlotys',
    'MXN pesos peso',
    'BTC bitcoin bitcoins btc',
  ],
  passive: { auxiliaries: 'is are was were be been being get gets got', agents: 'by' },
  speech:
    'say said tell told state announce declare report note explain add claim argue admit insist warn ask answer reply write wrote call',
  opinion: englishOpinion,
  judging: englishJudging,
  inviting: englishInviting,
}
