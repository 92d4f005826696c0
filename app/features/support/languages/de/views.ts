/** Words of saying, of the writer's own view and of talking to the readers. */
export const speech = `
  sagen sagt gesagt erklären erklärt mitteilen mitteilt mitgeteilt mitzuteilen teilen_mit teilt_mit
  berichten berichtet äußern äußert geäußert angeben angibt angab angegeben anzugeben geben_an gibt_an
  gab_an betonen betont erzählen erzählt schildern schildert geschildert meinen meint gemeint behaupten
  behauptet ankündigen ankündigt angekündigt anzukündigen kündigen_an kündigt_an verkünden verkündet
  bekanntgeben bekanntgibt bekanntgab bekanntgegeben bekanntzugeben geben_bekannt gibt_bekannt gab_bekannt
  melden meldet gemeldet warnen warnt gewarnt fordern fordert gefordert kritisieren kritisiert loben lobt
  gelobt antworten antwortet geantwortet entgegnen entgegnet erwidern erwidert ergänzen ergänzt hinzufügen
  hinzufügt hinzugefügt hinzuzufügen fügen_hinzu fügt_hinzu fragen fragt gefragt bestätigen bestätigt
  dementieren dementiert bestreiten bestreitet bestritt zugeben zugibt zugab zugegeben zuzugeben geben_zu
  gibt_zu gab_zu einräumen einräumt eingeräumt einzuräumen versichern versichert beteuern beteuert
  versprechen verspricht versprach versprochen zusagen zusagt zugesagt zuzusagen sagen_zu sagt_zu
  vorschlagen vorschlägt vorschlug vorgeschlagen vorzuschlagen schlagen_vor schlägt_vor schlug_vor
  empfehlen empfiehlt empfahl empfohlen raten riet geraten erläutern erläutert unterstreichen
  unterstreicht unterstrich hervorheben hervorhebt hervorhob hervorgehoben hervorzuheben heben_hervor
  hebt_hervor hob_hervor bemerken bemerkt aussagen aussagt ausgesagt auszusagen sagen_aus sagt_aus
  zitieren zitiert schreiben schreibt schrieb geschrieben twittern twittert getwittert posten postet
  gepostet feststellen feststellt festgestellt festzustellen stellen_fest stellt_fest hinweisen hinweist
  hinwies hingewiesen hinzuweisen weisen_hin weist_hin wies_hin verweisen verweist verwies verwiesen
  appellieren appelliert bitten bittet bat gebeten aufrufen aufruft aufrief aufgerufen aufzurufen
  rufen_auf ruft_auf rief_auf mahnen mahnt gemahnt klagen klagt geklagt beklagen beklagt vermuten vermutet
  schätzen schätzt geschätzt glauben glaubt geglaubt rechnen_mit prognostizieren prognostiziert
  voraussagen voraussagt vorausgesagt vorauszusagen sagen_voraus sagt_voraus heißt_es hieß_es sprechen
  spricht sprach gesprochen reden redet geredet nennen nennt nannte genannt bezeichnen bezeichnet
  argumentieren argumentiert begründen begründet zufolge laut nach_angaben nach_eigenen_angaben
  verlautbaren verlautbart kommentieren kommentiert rufen ruft rief gerufen flüstern flüstert geflüstert
  scherzen scherzt gescherzt spotten spottet gespottet bekräftigen bekräftigt unterstellen unterstellt
  vorwerfen vorwirft vorwarf vorgeworfen vorzuwerfen werfen_vor wirft_vor warf_vor resümieren resümiert
  bilanzieren bilanziert
`

export const opinion = `
  ich_finde finde_ich ich_glaube glaube_ich ich_denke denke_ich ich_meine meine_ich ich_hoffe hoffe_ich
  ich_fürchte fürchte_ich ich_wünsche wünsche_ich ich_vermute vermute_ich ich_bezweifle bezweifle_ich
  ich_liebe liebe_ich ich_hasse ich_mag mag_ich ich_freue freue_ich ich_frage frage_ich meiner_meinung_nach meines_erachtens meiner_ansicht_nach
  aus_meiner_sicht für_mich mir_scheint scheint_mir ehrlich_gesagt ganz_ehrlich ehrlich offen_gesagt
  mal_ehrlich persönlich_finde mein_fazit mein_eindruck mein_tipp mein_lieblings mein_gefühl
  wenn_ihr_mich_fragt wenn_du_mich_fragst m_e imho imo was_meint_ihr was_denkt_ihr wie_seht_ihr_das
  unserer_meinung_nach wir_finden finden_wir wir_glauben wir_hoffen wir_freuen freuen_wir zum_glück
  glücklicherweise leider bedauerlicherweise erfreulicherweise erstaunlicherweise überraschenderweise
  traurigerweise schade gott_sei_dank hoffentlich kaum_zu_glauben unglaublich_aber_wahr
  wer_hätte_das_gedacht hätte_ich_nicht_gedacht das_macht_mut das_lehrt_uns lehrt_uns gibt_zu_denken
  macht_hoffnung macht_mir_sorgen finde_es finde_das bleibt_zu_hoffen man_darf_gespannt_sein bin_gespannt
  sind_gespannt kann_ich_nur muss_man_sagen muss_ich_sagen hut_ab chapeau respekt hand_aufs_herz
  fühlt_sich_an irre krass_oder schon_verrückt eigentlich_logisch kein_wunder kein_scherz im_ernst
  wirklich_wahr ist_das_nicht faszinierend_oder was_für_ein so_geht das_ist_stark man_muss_sich_das_mal
  stellt_euch_vor stell_dir_vor lohnt_sich es_lohnt_sich lesenswert sehenswert hörenswert höchste_zeit
  wird_zeit sollte_uns sollten_wir müssen_wir_reden dürfen_wir_nicht geht_gar_nicht
`

export const judging = `
  toll super klasse großartig fantastisch phantastisch wunderbar wundervoll herrlich genial brillant
  grandios spektakulär sensationell fabelhaft traumhaft zauberhaft bezaubernd beeindruckend eindrucksvoll
  imposant faszinierend spannend interessant aufregend packend fesselnd bemerkenswert erstaunlich
  verblüffend unglaublich unfassbar irre krass verrückt wahnsinnig hammer cool geil stark mega
  hervorragend exzellent vorbildlich lobenswert bewundernswert inspirierend ermutigend erfreulich
  hoffnungsvoll vielversprechend schön hübsch wunderschön malerisch idyllisch charmant liebenswert
  sympathisch nett lieb süß niedlich goldig herzerwärmend herzlich rührend berührend bewegend ergreifend
  witzig lustig komisch amüsant kurios skurril schräg absurd bizarr lächerlich albern peinlich traurig
  tragisch bitter schmerzhaft schmerzlich erschütternd erschreckend schockierend alarmierend beunruhigend
  besorgniserregend bedenklich fatal katastrophal verheerend schrecklich furchtbar entsetzlich grauenhaft
  grausam schlimm übel mies miserabel erbärmlich jämmerlich armselig enttäuschend ernüchternd frustrierend
  ärgerlich nervig lästig langweilig öde dröge skandalös unverschämt dreist frech schamlos unerträglich
  unmöglich inakzeptabel untragbar verantwortungslos fahrlässig leichtsinnig dumm blöd doof bescheuert
  idiotisch schwachsinn unsinn quatsch blödsinn sinnlos nutzlos clever klug schlau raffiniert pfiffig
  mutig tapfer kühn heldenhaft bravourös meisterhaft virtuos gekonnt elegant stilvoll edel köstlich lecker
  delikat gelungen perfekt ideal optimal top spitze spitzenmäßig sagenhaft märchenhaft legendär kultig
  ikonisch zeitlos wegweisend bahnbrechend revolutionär visionär innovativ zukunftsweisend überfällig
  wichtig wertvoll sinnvoll vernünftig fair unfair ungerecht gerecht ehrlich unehrlich verlogen
  heuchlerisch zynisch gruselig unheimlich mysteriös rätselhaft kitschig überschätzt unterschätzt
  überbewertet lesenswert sehenswert empfehlenswert lohnenswert lohnend liebevoll leidenschaftlich
  engagiert begeistert begeisternd mitreißend umwerfend atemberaubend überwältigend gigantisch phänomenal
  unschlagbar unvergesslich unvergleichlich einzigartig verdient unverdient glücklich stolz
  dankbar froh zufrieden bravo glückwunsch gratulation schade schande skandal meisterwerk meisterleistung
  glanzleistung highlight lichtblick trauerspiel armutszeugnis katastrophe desaster albtraum alptraum
  traum wunder juwel perle schatz geheimtipp lieblingsort herzensprojekt gänsehaut wow oha puh hurra juhu
  yeah omg lol haha seufz
`

export const inviting = `
  lest lies weiterlesen schaut schau anschauen seht sieh hört hör reinhören reinschauen folgt folge teilt
  teile kommentiert kommentiere retweetet retweet liket like abonniert abonniere klickt klick besucht
  besuche entdeckt entdecke erfahrt erfahre mehr_dazu mehr_im mehr_infos alle_details hier_geht's
  hier_gehts hier_geht_es hier_lesen hier_klicken zum_artikel zum_thread zum_nachlesen ein_thread thread
  kurzer_thread schreibt schreib schreibt_mir schreibt_uns sagt_mir sag_mir sagt_uns erzählt erzähl
  verratet verrate was_meint_ihr was_denkt_ihr was_denkst_du was_sagt_ihr was_sagst_du wie_seht_ihr
  kennt_ihr kennst_du wusstet_ihr wusstest_du habt_ihr hast_du seid_ihr bist_du würdet_ihr würdest_du
  wart_ihr warst_du macht_mit mach_mit mitmachen kommt_vorbei komm_vorbei bleibt_dran bleib_dran
  stellt_euch_vor stell_dir_vor denkt_daran vergesst_nicht merkt_euch merk_dir probiert probier
  probiert_es testet gönnt_euch gönn_dir lasst_uns lass_uns lasst lass helft hilf spendet spende
  unterschreibt unterschreibe unterstützt_uns meldet_euch melde_dich achtung übrigens fun_fact link
  link_in_bio quelle jetzt_lesen ab_hier los_geht's los_gehts auf_geht's raus_mit_der_sprache eure_meinung
  deine_meinung ab_in_die_kommentare in_die_kommentare in_den_kommentaren speichert speichere
  danke_fürs_lesen danke bitte_teilen gerne_teilen viel_spaß viel_freude
`
