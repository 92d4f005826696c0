/** What makes a sentence the writer's own view. */
export const englishOpinion = `i_think i_believe i_feel i_guess i_suppose i_reckon i_hope i_wish i_love i_hate
  i_like i'd i_would i_can't i_cannot i_don't i_wonder i_doubt i_bet i_prefer i_find i_must_say i_have_to_say
  i_dare_say i_for_one i_admit i_agree i_disagree i_fear i_suspect i_expect i_never i_always i_could i_should i_might nothing_like nothing_better nothing_beats i_wouldn't i_couldn't
  i_didn't i'm i've i'll in_my_view in_my_opinion in_my_book in_my_eyes in_my_experience in_our_view in_our_opinion
  to_my_mind to_me if_you_ask_me as_i_see_it for_me for_my_money the_way_i_see_it as_far_as_i'm_concerned
  for_what_it's_worth personally_i speaking_personally honestly frankly candidly imho imo tbh ngl afaik iirc fwiw
  my_take my_view my_opinion my_guess my_favourite my_favorite our_take hot_take unpopular_opinion to_be_honest
  to_be_fair truth_be_told worth_a_read worth_a_look worth_reading worth_your_time worth_sharing worth_knowing
  worth_remembering worth_celebrating must_read well_worth good_for good_on well_done well_played hats_off kudos
  bravo congratulations congrats props_to shout_out shame_on no_thanks love_this love_it love_how love_that
  love_to_see hate_this hate_that makes_me made_me makes_you makes_us gives_me gave_me can't_wait can't_help
  can't_believe can't_get_over fingers_crossed touch_wood let_that_sink_in food_for_thought says_it_all
  speaks_volumes about_time high_time long_overdue not_before_time no_surprise no_wonder small_wonder what_a
  how_about such_a so_proud so_sad so_good so_cool so_true too_true we_should we_shouldn't we_need we_must we_all
  we_could we_can_all let's you_can't you_have_to you_should you_must it_feels feels_like it_seems_to_me
  seems_to_me nobody_talks deserves_more deserves_better deserves_credit more_of_this more_please could_learn
  sums_it_up hard_to_argue hard_not_to impossible_not_to strikes_me blows_my_mind if_only goosebumps makes_sense
  no_excuse not_good_enough the_point_is thoughts_and_prayers this_matters why_it_matters faith_in_humanity
  made_my_day makes_my_day big_fan not_a_fan here_for_it`

/**
 * Praise, blame and feeling, which say nothing that a source could back. Words are left out whose stem is that of a
 * plain one: "powerful" for power, "moving" for move, "generous" for general.
 */
export const englishJudging = `good great best bad worst terrible terribly awful awfully amazing amazingly awesome
  brilliant brilliantly beautiful lovely wonderfully fantastic fabulous incredible incredibly unbelievable
  unbelievably stunningly extraordinary extraordinarily impressive impressively heart_warming heartwarming
  heartbreaking heart_breaking heartbreakingly gut_wrenching soul_destroying sad sadly tragic tragically shockingly
  shameful shamefully disgrace disgraceful disgusting appalling outrageous outrage ridiculous ridiculously absurd
  absurdly crazy insane insanely silly stupid stupidly foolish foolishly clever cleverly wise wisely fascinating
  fascinatingly interestingly intriguing dull excitingly thrilled fun funny funnily hilarious hilariously
  delightful delightfully cute lovable adorable nice nicely pleasant joy joyful joyous proud proudly shame ashamed
  scary terrifying frightening horrible horribly horrific horrendous dreadful dreadfully ghastly hideous alarmingly
  worryingly disturbingly depressingly encouragingly refreshingly brave bravely bold courageous admirable admire
  admirably worthwhile worthy pointless useless nonsense rubbish genius masterpiece masterclass gem classic
  favourite favorite love hate adore enjoy enjoyable happy happily glad gladly grateful gratefully thankful
  thankfully thanks bless wow ouch yikes sigh hooray hurray yay ugh meh yuck oops unfair unfairly honest honestly
  truly luckily unluckily unfortunately regrettably surprisingly unsurprisingly astonishingly astoundingly lesson
  reminder food_for_thought gripping superb superbly sublime exquisite underrated overrated underappreciated neat
  magic magical bittersweet bleak cruel cruelly lucky unlucky laughable pathetic lame mediocre lousy rotten nasty
  toxic vile evil wicked despicable contemptible deplorable inexcusable unforgivable unacceptable indefensible
  hypocrisy hypocritical cynical greedy selfish arrogant clueless spineless cowardly heroic hero heroes legend
  legendary epic badass bonkers ludicrous preposterous farcical farce travesty fiasco shambles disastrous
  embarrassingly cringe cringeworthy awkward irony priceless timeless charming irresistible mind_blowing
  mindblowing jaw_dropping breathtaking spectacular spectacularly phenomenal magnificent marvellous marvelous
  marvellously terrific splendid glorious flawless impeccable peerless unmissable unforgettable memorable laudable
  praiseworthy overdue uplifting wholesome cheerful hopefully poignant touchingly soulless gimmick gimmicky
  overhyped hype`

/** What a request to the readers holds. Plain verbs stand in phrases: "Share prices fell" asks for nothing. */
export const englishInviting = `read follow_me follow_us follow_along follow_for follow_this follow_the follow_her
  follow_him share_this share_it share_if share_your share_with please_share pls_share tell_me tell_us tell_your
  tell_a reply comment comment_below subscribe join_us join_me join_the_conversation check_out check_this check_it
  see_for_yourself see_the_full see_the_thread look listen listen_to watch_this watch_the watch_it watch_out try_it
  try_this try_to_imagine imagine think_about think_of consider_this remember_this remember_that remember_to
  ask_yourself guess bookmark save_this save_the_thread like_and like_this retweet rt repost quote_tweet dm
  dms_open thread stay_tuned stay_with_me click tap swipe scroll visit_our visit_us sign_up_for sign_up
  sign_the_petition register_now let_me_know let_us_know drop_me drop_a drop_your tag_a tag_someone your_thoughts
  any_thoughts thoughts_on what_do_you what_would_you what_did_you what's_your have_you do_you did_you would_you
  will_you are_you could_you can_you who_else anyone_else how_do_you how_would_you which_one here's_how here's_why
  here's_what here's_the here_is here_are below link_below link_in_bio link_here link_in full_story full_article
  full_piece full_thread more_here more_below read_on read_more read_the_full take_a_look have_a_look have_a_read
  give_it_a don't_miss don't_forget spread_the_word pass_it_on keep_reading keep_scrolling over_to_you discuss
  vote_below vote_now take_the_poll find_out_more learn_more see_more get_in_touch come_along come_and get_your
  order_yours book_now grab_a buy_yours pre_order download_it take_five pour_yourself settle_in buckle_up
  spare_a_thought picture_this don't_take_my_word a_thread quick_thread unroll`
