/** Opposites that mean the same when what stands on both sides is exchanged too. */
export const englishConverse: readonly string[] = [
  'precede | follow succeed come_after came_after',
  `replace succeed take_over_from took_over_from supersede | give_way_to gave_way_to make_way_for made_way_for`,
  'buy bought purchase acquire | sell sold',
  `beat beaten defeat win_against won_against overcome overcame knock_out knocked_out | lose_to lost_to
    lose_against lost_against go_out_to went_out_to`,
  'win won | lose lost',
  'give gave given donate award grant hand | receive received',
  'supply supply_to deliver_to | obtain_from source_from',
  'lend lent lend_to lent_to | borrow borrow_from',
  'rent_out let_to lease_to | rent_from lease_from',
  'teach taught | learn_from learned_from learnt_from',
  'employ hire | work_for worked_for',
  `cause lead_to led_to result_in bring_about brought_about trigger | result_from come_from came_from stem_from
    arise_from arose_from caused_by`,
  'own possess | belong_to',
  'contain include comprise | part_of',
  'father_of mother_of parent_of | son_of daughter_of child_of',
  'owe owe_to | lend_to lent_to',
  'pay pay_to paid_to | charge',
  'send sent | receive received get_from got_from',
  'export_to | import_from',
  'invite | accept_an_invitation',
  'chase pursue | flee_from fled_from run_from ran_from',
  'influence inspire | influenced_by inspired_by',
  `outnumber outsell outsold overtake overtook outperform outpace surpass | lag_behind trail fall_short_of
    fell_short_of`,
  'parent_company_of owner_of | subsidiary_of owned_by',
  'teacher_of mentor_of | pupil_of student_of',
  'predecessor_of | successor_of',
  'north_of | south_of',
  'east_of | west_of',
]
