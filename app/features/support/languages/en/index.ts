import type { LanguageWords } from '../language-words.ts'
import { englishConverse } from './converse.ts'
import { englishNumbers, englishScales, englishUnits } from './measures.ts'
import { englishOpposite } from './opposite.ts'
import { englishOppositeQualities } from './opposite-qualities.ts'
import { englishDoing } from './same-doing.ts'
import { englishHappening } from './same-happening.ts'
import { englishPeople } from './same-people.ts'
import { englishQualities } from './same-qualities.ts'
import { englishThings } from './same-things.ts'
import { englishSpellings } from './spellings.ts'
import { englishInviting, englishJudging, englishOpinion } from './views.ts'

export const english: LanguageWords = {
  functionWords: `a an the this that these those there here it its it's they them their theirs he him his she her
    hers we us our ours i me my mine you your yours who whom whose which what where when while as at by for from in
    into of off on onto out over per through throughout to toward towards under up upon via with within across
    along among amongst amid around behind beside between beyond during inside near since than then until till
    unless and or but nor so yet if because though although whether both either also too very just even still only
    own such same other another am is are was were be been being have has had having do does did doing done will
    would shall should can could may might must ought get gets got gotten getting let lets one ones some any each
    every all how why about against he's she's they're we're you're i'm i've i'd i'll it'll it'd that's that'll
    there's here's what's who's where's how's let's isn is's we've we'll we'd you've you'll you'd they've they'll
    they'd he'll he'd she'll she'd who've who'd said says say quite rather now already ever again once more most
    much many few well back down itself himself herself themselves myself yourself yourselves ourselves oneself
    else etc plus hence thus therefore however moreover furthermore meanwhile nevertheless nonetheless indeed
    anyway whereas whereby wherein therein thereby albeit lest o of's upto thanks e.g i.e eg ie vs re s t ve ll d m
    mr mrs ms dr sir st not as_well as_well_as such_as so_that so_as_to in_order_to even_though even_if as_if
    as_though as_long_as in_case provided_that in_addition in_addition_to according_to in_terms_of in_spite_of
    with_regard_to with_respect_to in_relation_to as_for as_to of_course for_example for_instance that_is
    that_is_to_say in_other_words on_the_other_hand on_the_one_hand each_other one_another at_all as_such in_fact
    turns_out turned_out it_turns_out it_turned_out according_to_the_article according_to_the_post
    according_to_the_report according_to_the_piece in_the_article in_short in_brief in_sum to_sum_up in_a_nutshell by_the_way a_bit a_lot_of lots_of kind_of sort_of in_general`,
  same: [
    ...englishDoing,
    ...englishHappening,
    ...englishPeople,
    ...englishThings,
    ...englishQualities,
    ...englishSpellings,
  ],
  opposite: [...englishOpposite, ...englishOppositeQualities],
  converse: englishConverse,
  sequence: 'before prior_to ahead_of beforehand | after following once afterwards then',
  negators: `not no never none nobody nothing neither nor without cannot can't won't don't doesn't didn't isn't
    aren't wasn't weren't hasn't haven't hadn't wouldn't shouldn't couldn't mustn't needn't mightn't mayn't shan't
    oughtn't daren't ain't cant wont dont doesnt didnt isnt arent wasnt werent hasnt havent hadnt wouldnt shouldnt
    couldnt nowhere hardly barely scarcely rarely seldom no_longer no_one noone not_yet not_at_all by_no_means
    in_no_way no_way under_no_circumstances on_no_account not_a_single not_even not_any not_ever not_one
    hardly_ever hardly_any hardly_anyone barely_any scarcely_any nowhere_near no_such no_sign_of nary`,
  denying: `fail failure refuse refusal deny denial lack avoid avoidance prevent prevention decline_to neglect miss
    missing free reject rejection ban forbid forbade forbidden prohibit stop cease halt block bar exclude omit
    abandon cancel drop scrap skip forget forgot forgotten close shut absent absence unable unable_to incapable_of
    stop_short_of stopped_short_of rule_out ruled_out refrain_from abstain_from keep_from kept_from far_from
    anything_but devoid_of instead_of_being do_without did_without go_without went_without dispense_with
    steer_clear_of steered_clear_of in_the_absence_of miss_out_on missed_out_on forgo forwent yet_to`,
  notDenying: `not_only not_just not_merely not_simply not_solely not_least not_to_mention nothing_but no_doubt
    without_doubt without_a_doubt without_question no_question no_wonder no_sooner no_fewer_than no_less_than
    no_more_than no_later_than no_earlier_than no_longer_than no_bigger_than no_higher_than no_other_than
    none_other_than not_until not_till not_before not_more_than not_less_than nothing_less_than nothing_short_of
    nothing_more_than no_matter no_mean could_not_be_more couldn't_be_more can't_be_more couldn't_agree_more
    why_not if_not whether_or_not not_unlike not_uncommon not_unusual not_without not_unexpected not_surprisingly
    no_surprise not_a_moment_too_soon without_exception without_fail last_but_not_least more_often_than_not
    not_for_nothing no_other never_before like_never_before never_mind not_bad no_end no_problem no_small no_stranger
    cannot_but can't_help can't_help_but cannot_help can't_wait no_idea_how don't_miss don't_forget nothing_like
    no_question_about`,
  causes: `because because_of due_to owing_to thanks_to therefore thus hence consequently as_a_result
    as_a_consequence result_of result_in resulted_in result_from resulting_in so_that that's_why that_is_why
    which_is_why this_is_why that_explains which_explains which_means this_means that_means led_to lead_to
    leading_to caused cause cause_of caused_by reason reason_why on_account_of in_order_to blamed_on blame_for
    put_down_to attributed_to attributable_to stem_from stems_from arise_from arose_from come_from_the_fact owed_to
    given_that in_view_of in_light_of in_the_light_of on_the_grounds_of for_this_reason for_that_reason driven_by
    prompted spark sparked trigger triggered fuelled_by fueled_by give_rise_to gave_rise_to bring_about
    brought_about forced_to forcing_the why prove proves proof accordingly thereby hence_why cos cuz`,
  quantifiers: `all every each everyone everybody everything everywhere entire whole always invariably
    without_exception | most majority mostly mainly usually generally largely nearly_all almost_all the_majority_of
    the_bulk_of | many lots often plenty numerous frequently a_lot_of lots_of a_great_many a_large_number_of dozens
    scores much | some several sometimes various occasionally certain a_number_of a_few a_handful_of partly
    somewhat | few little rarely seldom hardly_any hardly_ever barely_any scarcely_any almost_none almost_never |
    none no nobody nothing never nowhere neither no_one not_a_single not_one not_any`,
  approximately: `about around roughly approximately approx some nearly almost close_to or_so circa ca c. virtually
    practically more_or_less in_the_region_of in_the_order_of on_the_order_of in_the_neighbourhood_of
    in_the_neighborhood_of just_about something_like somewhere_around an_estimated estimated_at estimated ~ ≈`,
  over: `over more_than above at_least upwards_of exceeding exceeds in_excess_of no_fewer_than no_less_than
    not_less_than just_over well_over north_of topping a_minimum_of minimum_of greater_than higher_than larger_than
    a_little_over slightly_more_than >`,
  under: `under less_than fewer_than below at_most up_to no_more_than not_more_than just_under nearly almost
    close_to south_of well_under shy_of just_shy_of short_of a_maximum_of maximum_of as_many_as as_much_as
    lower_than smaller_than just_below slightly_less_than not_quite a_little_under <`,
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
    'wednesday wed weds',
    'thursday thu thur thurs',
    'friday fri',
    'saturday sat',
    'sunday sun',
  ],
  units: englishUnits,
  currencies: [
    'USD us$ $ dollars dollar usd us_dollars us_dollar bucks buck',
    'EUR € euros euro eur',
    'GBP £ pounds_sterling pound_sterling sterling gbp quid',
    'GBP pounds pound',
    'CENT cents cent pence penny pennies ¢ p',
    'JPY ¥ yen jpy',
    'CHF chf swiss_francs swiss_franc francs franc',
    'CAD c$ ca$ canadian_dollars canadian_dollar cad',
    'AUD a$ au$ australian_dollars australian_dollar aud',
    'NZD nz$ new_zealand_dollars nzd',
    'HKD hk$ hong_kong_dollars hkd',
    'SGD s$ singapore_dollars sgd',
    'CNY yuan renminbi cny rmb',
    'INR ₹ rupees rupee inr indian_rupees',
    'SEK kronor krona sek swedish_kronor',
    'NOK kroner krone nok norwegian_kroner',
    'DKK danish_kroner dkk',
    'ISK icelandic_kronur isk',
    'KRW ₩ south_korean_won korean_won krw',
    'RUB ₽ roubles rubles rouble ruble rub',
    'UAH ₴ hryvnias hryvnia uah',
    'PLN zloty zlotys pln',
    'CZK czech_crowns koruna czk',
    'HUF forints forint huf',
    'ILS ₪ shekels shekel ils',
    'ZAR rand zar',
    'NGN ₦ naira ngn',
    'KES kenyan_shillings kes',
    'BRL r$ reais brl',
    'PESO pesos peso',
    'MXN mexican_pesos mexican_peso mxn',
    'ARS argentine_pesos argentinian_pesos',
    'CLP chilean_pesos clp',
    'AED dirhams dirham aed',
    'SAR saudi_riyals riyals sar',
    'THB ฿ baht thb',
    'IDR rupiah idr',
    'VND ₫ vietnamese_dong vnd',
    'BTC ₿ bitcoin bitcoins btc',
    'ETH ether',
  ],
  passive: { auxiliaries: `is are was were be been being get gets got gotten getting`, agents: 'by' },
  speech: `say said says tell told state announce declare report note explain add claim argue admit insist warn ask
    answer reply write wrote written call mention remark comment observe stress emphasise emphasize underline
    highlight point_out pointed_out confirm reveal disclose suggest propose recommend urge advise assert maintain
    contend allege acknowledge concede confess deny promise pledge vow complain criticise criticize praise joke
    quip shout cry whisper murmur mutter exclaim tweet post blog quote speak spoke spoken talk respond recall
    predict conclude believe think thought describe inform testify swear swore sworn estimate cite reiterate repeat
    caution according_to`,
  opinion: englishOpinion,
  judging: englishJudging,
  inviting: englishInviting,
}
