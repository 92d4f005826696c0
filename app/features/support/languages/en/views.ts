/** What makes a sentence the writer's own view. */
export const englishOpinion = `i_think i_believe i_feel i_guess i_suppose i_reckon i_hope i_wish i_love i_hate i_like i'd i_would i_can't i_don't
  i_wonder i_doubt i_bet i_prefer i_find in_my_view in_my_opinion in_my_book to_my_mind if_you_ask_me for_me personally honestly frankly
  imho imo tbh my_take my_favourite my_favorite hot_take unpopular_opinion worth_a_read worth_reading worth_your_time must_read
  well_worth good_for well_done hats_off kudos bravo congratulations congrats shame_on love_this love_it love_how makes_me
  can't_wait can't_help fingers_crossed let_that_sink_in food_for_thought says_it_all about_time long_overdue no_surprise
  what_a such_a so_proud so_sad so_good i'm we_should we_need we_all let's you_can't you_have_to it_feels feels_like makes_you
  nobody_talks deserves more_of_this we_could could_learn sums_it_up hard_to_argue strikes_me if_only goosebumps`

/** Praise, blame and feeling, which say nothing that a source could back. */
export const englishJudging = `good great best bad worst terrible awful amazing awesome brilliant beautiful lovely wonderful fantastic fabulous
  incredible unbelievable stunning remarkable extraordinary impressive inspiring moving touching heart-warming heartwarming
  heartbreaking sad tragic shocking shameful disgraceful disgusting appalling outrageous ridiculous absurd crazy mad insane silly
  stupid foolish clever smart wise thoughtful fascinating interesting boring dull exciting thrilling fun funny hilarious delightful
  charming cute sweet nice pleasant joy proud pride shame hope hopeful worrying frightening scary terrifying alarming disturbing
  depressing encouraging refreshing overdue brave bold courageous admirable respect deserve deserved worth worthwhile worthy
  pointless useless nonsense rubbish genius masterpiece gem treasure classic favourite favorite love hate adore enjoy happy glad
  grateful thankful thanks bless wow ouch yikes sigh unfair fair wrong right honest perfect simple simply truly sadly luckily
  unfortunately thankfully surprisingly honestly lesson reminder proof inspiration powerful gripping superb underrated overrated
  cool neat magic magical wild bittersweet bleak grim cruel kind generous lucky mess disaster scandal joke embarrassing`

/** What a request to the readers holds. */
export const englishInviting = `read follow share tell reply comment subscribe join check see look listen watch try imagine think consider remember
  ask guess bookmark save like retweet repost thread stay click tap visit sign_up let_me_know drop_me tell_me tell_us your_thoughts
  thoughts what_do_you what_would_you have_you do_you would_you are_you could_you anyone anybody who_else how_do_you how_would_you
  below here link full_story full_article more_here read_on read_more take_a_look don't_miss worth_a_look spread_the_word pass_it_on
  keep_reading over_to_you discuss vote`
