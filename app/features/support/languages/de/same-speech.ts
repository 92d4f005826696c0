/** Saying, thinking, planning and deciding. */
export const sameSpeech: readonly string[] = [
  `sagen sagt gesagt erklären erklärt mitteilen mitteilt mitgeteilt mitzuteilen teilen_mit teilt_mit
  berichten berichtet äußern äußert geäußert angeben angibt angab angegeben anzugeben geben_an gibt_an
  gab_an betonen betont erzählen erzählt schildern schildert geschildert verlauten verlautet meinen meint
  gemeint laut aussage aussagt ausgesagt auszusagen sagen_aus sagt_aus äußerung sprechen spricht sprach
  gesprochen feststellen feststellt festgestellt festzustellen stellen_fest stellt_fest hieß_es`,
  `betonen betont hervorheben hervorhebt hervorhob hervorgehoben hervorzuheben heben_hervor hebt_hervor
  hob_hervor unterstreichen unterstreicht unterstrich herausstellen herausstellt herausgestellt
  herauszustellen stellen_heraus stellt_heraus bekräftigen bekräftigt pochen_auf`,
  `ankündigen ankündigt angekündigt anzukündigen kündigen_an kündigt_an bekanntgeben bekanntgibt bekanntgab
  bekanntgegeben bekanntzugeben geben_bekannt gibt_bekannt gab_bekannt verkünden verkündet bekanntmachen
  bekanntmacht bekanntgemacht bekanntzumachen machen_bekannt macht_bekannt mitteilen mitteilt mitgeteilt
  mitzuteilen teilen_mit teilt_mit vorstellen vorstellt vorgestellt vorzustellen stellen_vor stellt_vor
  in_aussicht_stellen veröffentlichen veröffentlicht vermelden vermeldet melden meldet gemeldet`,
  `behaupten behauptet vorgeben vorgibt vorgab vorgegeben vorzugeben geben_vor gibt_vor gab_vor meinen
  meint gemeint beteuern beteuert erklären erklärt`,
  `erklären erklärt erläutern erläutert erläuterung deuten deutet gedeutet begründen begründet
  verdeutlichen verdeutlicht ausführen ausführt ausgeführt auszuführen führen_aus führt_aus darlegen
  darlegt dargelegt darzulegen legen_dar legt_dar`,
  'begründen begründet grund argument argumentieren argumentiert rechtfertigen rechtfertigt gerechtfertigt',
  `berichten berichtet melden meldet gemeldet meldung schildern schildert geschildert reportage nachricht
  schreiben schreibt schrieb geschrieben artikel berichterstattung`,
  'nachricht meldung botschaft mitteilung neuigkeit info information',
  'information angaben auskunft daten',
  `informieren informiert unterrichten unterrichtet benachrichtigen benachrichtigt in_kenntnis_setzen
  aufklären aufklärt aufgeklärt aufzuklären klären_auf klärt_auf mitteilen mitteilt mitgeteilt mitzuteilen
  teilen_mit teilt_mit bescheid`,
  `fragen fragt gefragt erkundigen erkundigt nachfragen nachfragt nachgefragt nachzufragen fragen_nach
  fragt_nach befragen befragt anfragen anfragt angefragt anzufragen fragen_an fragt_an`,
  'befragen befragt umfrage interviewen interviewt geinterviewt erhebung',
  `antworten antwortet geantwortet beantworten beantwortet erwidern erwidert entgegnen entgegnet erwiderung
  reagieren reagiert reaktion replik`,
  `fordern fordert gefordert forderung verlangen verlangt einfordern einfordert eingefordert einzufordern
  anmahnen anmahnt angemahnt anzumahnen mahnen_an mahnt_an pochen_auf beanspruchen beansprucht anspruch`,
  `bitten bittet bat gebeten ersuchen ersucht appellieren appelliert appell auffordern auffordert
  aufgefordert aufzufordern fordern_auf fordert_auf aufforderung aufrufen aufruft aufrief aufgerufen
  aufzurufen rufen_auf ruft_auf rief_auf beantragen beantragt antrag`,
  'warnen warnt gewarnt warnung mahnen mahnt gemahnt mahnung alarmieren alarmiert alarm hinweisen',
  `hinweisen hinweist hinwies hingewiesen hinzuweisen weisen_hin weist_hin wies_hin erinnern erinnert
  aufmerksam_machen verweisen verweist verwies verwiesen tipp`,
  `kritisieren kritisiert kritik bemängeln bemängelt rügen rügt gerügt tadeln tadelt getadelt tadel
  monieren moniert beanstanden beanstandet anprangern anprangert angeprangert anzuprangern prangern_an
  prangert_an vorwurf vorwerfen vorwirft vorwarf vorgeworfen vorzuwerfen werfen_vor wirft_vor warf_vor
  beklagen beklagt`,
  `loben lobt gelobt würdigen würdigt gewürdigt anerkennen anerkennt anerkannte anzuerkennen erkennen_an
  erkennt_an erkannte_an`,
  `beschuldigen beschuldigt vorwerfen vorwirft vorwarf vorgeworfen vorzuwerfen werfen_vor wirft_vor
  warf_vor vorwurf bezichtigen bezichtigt anklagen anklagt angeklagt anzuklagen klagen_an klagt_an
  anschuldigung unterstellen unterstellt`,
  `versprechen verspricht versprach versprochen zusagen zusagt zugesagt zuzusagen sagen_zu sagt_zu
  zusichern zusichert zugesichert zuzusichern sichern_zu sichert_zu zusicherung geloben gelobt garantieren
  garantiert`,
  `vorschlagen vorschlägt vorschlug vorgeschlagen vorzuschlagen schlagen_vor schlägt_vor schlug_vor anregen
  anregt angeregt anzuregen regen_an regt_an empfehlen empfiehlt empfahl empfohlen raten riet geraten
  ratschlag`,
  `empfehlen empfiehlt empfahl empfohlen raten riet geraten nahelegen nahelegt nahegelegt nahezulegen
  legen_nahe legt_nahe tipp befürworten befürwortet`,
  `beraten beriet beraterin besprechen bespricht besprach besprochen erörtern erörtert diskutieren
  diskutiert diskussion debattieren debattiert debatte verhandeln verhandelt verhandlung austauschen`,
  'verhandeln verhandelt verhandlung gespräche unterredung',
  'gespräch unterhaltung dialog unterredung interview konversation austausch',
  'rede ansprache vortrag redebeitrag redet geredet sprechen spricht sprach gesprochen',
  `reden redet geredet sprechen spricht sprach gesprochen plaudern plaudert geplaudert sich_unterhalten
  unterhalten unterhielt quatschen quatscht gequatscht`,
  `streiten streitet stritt gestritten zank konflikt auseinandersetzung zwist disput kontroverse
  uneinigkeit zoff`,
  `nennen nennt nannte genannt bezeichnen bezeichnet taufen tauft getauft benennen benennt benannte heißen
  heißt hieß name titulieren tituliert bekannt_als`,
  'name bezeichnung titel benennung',
  `beschreiben beschreibt beschrieb schildern schildert geschildert schilderung darstellen darstellt
  dargestellt darzustellen stellen_dar stellt_dar charakterisieren charakterisiert skizzieren skizziert`,
  `veröffentlichen veröffentlicht veröffentlichung publizieren publiziert publikation herausgeben
  herausgibt herausgab herausgegeben herauszugeben geben_heraus gibt_heraus gab_heraus herausbringen
  herausbringt herausbrachte herausgebracht herauszubringen bringen_heraus bringt_heraus brachte_heraus
  erscheinen erscheint erschien vorlegen vorlegt vorgelegt vorzulegen legen_vor legt_vor online_stellen
  auf_den_markt publik`,
  `schreiben schreibt schrieb geschrieben verfassen verfasst notieren notiert niederschreiben
  niederschreibt niederschrieb niedergeschrieben niederzuschreiben schreiben_nieder schreibt_nieder
  schrieb_nieder text`,
  `lesen liest las gelesen lektüre leserin lesend durchlesen durchliest durchlas durchgelesen durchzulesen
  lesen_durch liest_durch las_durch`,
  `autor autorin autorinnen schriftsteller schriftstellerin schriftstellerinnen verfasser verfasserin
  verfasserinnen dichter dichterin dichterinnen urheber urheberin urheberinnen`,
  'buch band roman werk schrift veröffentlichung',
  'zeitung blatt tageszeitung presse magazin zeitschrift',
  `journalist journalistin journalistinnen reporter reporterin reporterinnen berichterstatter
  berichterstatterin berichterstatterinnen redakteur redakteurin redakteurinnen presse`,
  `sprecher sprecherin sprecherinnen wortführer wortführerin wortführerinnen pressesprecher
  pressesprecherin pressesprecherinnen vertreter vertreterin vertreterinnen`,
  'brief schreiben post mail nachricht e_mail',
  `zeigen zeigt gezeigt belegen belegt beweisen beweist bewies bewiesen verdeutlichen verdeutlicht
  nachweisen nachweist nachwies nachgewiesen nachzuweisen weisen_nach weist_nach wies_nach dokumentieren
  dokumentiert ergeben ergibt ergab hervorgehen hervorgeht hervorging hervorgegangen hervorzugehen
  gehen_hervor geht_hervor ging_hervor veranschaulichen veranschaulicht demonstrieren demonstriert
  bezeugen bezeugt`,
  `präsentieren präsentiert präsentation vorstellen vorstellt vorgestellt vorzustellen stellen_vor
  stellt_vor zeigen zeigt gezeigt vorführen vorführt vorgeführt vorzuführen führen_vor führt_vor zur_schau
  enthüllen enthüllt`,
  `denken denkt dachte gedacht glauben glaubt geglaubt meinen meint gemeint finden findet fand gefunden
  halten_für vermuten vermutet annehmen überzeugt auffassung ansicht der_meinung`,
  `vermuten vermutet annehmen annimmt annahm angenommen anzunehmen schätzen schätzt geschätzt mutmaßen
  mutmaßt gemutmaßt verdacht ausgehen_von geht_davon_aus gehen_davon_aus davon_ausgehen hypothese these`,
  'meinung ansicht auffassung standpunkt haltung sichtweise urteil einschätzung überzeugung position',
  `schätzen schätzt geschätzt schätzung taxieren taxiert beziffern beziffert veranschlagen veranschlagt
  überschlagen überschlägt überschlug einschätzung hochrechnen hochrechnet hochgerechnet hochzurechnen
  rechnen_hoch rechnet_hoch schätzungsweise`,
  `erwarten erwartet rechnen_mit rechnet_mit voraussagen voraussagt vorausgesagt vorauszusagen sagen_voraus
  sagt_voraus prognose prognostizieren prognostiziert vorhersage vorhersagt vorhergesagt vorherzusagen
  sagen_vorher sagt_vorher absehbar ausblick hoffen hofft gehofft in_aussicht`,
  'hoffen hofft gehofft hoffnung wünschen wünscht gewünscht erhoffen erhofft optimistisch zuversicht',
  'wünschen wünscht gewünscht wollen begehren begehrt ersehnen ersehnt verlangen verlangt',
  `fürchten fürchtet gefürchtet befürchten befürchtet angst sorge besorgt bangen bangt gebangt sich_sorgen
  beunruhigt`,
  'wissen weiß wusste gewusst kenntnis bekannt kennen kennt kannte gekannt wissend ahnen ahnt geahnt ahnung',
  'lernen lernt gelernt erlernen erlernt sich_aneignen studieren studiert pauken paukt gepaukt lernend',
  `lehren lehrt gelehrt unterrichten unterrichtet beibringen beibringt beibrachte beigebracht beizubringen
  bringen_bei bringt_bei brachte_bei schulen schult geschult schulung ausbilden ausbildet ausgebildet
  auszubilden bilden_aus bildet_aus vermitteln vermittelt`,
  `verstehen versteht verstand begreifen begreift begriff verständnis kapieren kapiert nachvollziehen
  nachvollzieht nachvollzog nachzuvollziehen vollziehen_nach vollzieht_nach vollzog_nach erfassen erfasst`,
  `merken merkt gemerkt bemerken bemerkt wahrnehmen wahrnimmt wahrnahm wahrgenommen wahrzunehmen
  nehmen_wahr nimmt_wahr nahm_wahr auffallen auffällt auffiel aufgefallen aufzufallen fallen_auf fällt_auf
  fiel_auf feststellen feststellt festgestellt festzustellen stellen_fest stellt_fest registrieren
  registriert spüren spürt gespürt realisieren realisiert`,
  'erinnern erinnert erinnerung gedenken gedachten ins_gedächtnis gedächtnis andenken',
  'vergessen vergisst vergaß entfallen',
  `planen plant geplant planung vorhaben beabsichtigen beabsichtigt absicht wollen anstreben anstrebt
  angestrebt anzustreben streben_an strebt_an vorsehen vorsieht vorsah vorgesehen vorzusehen sehen_vor
  sieht_vor sah_vor konzept`,
  'vorhaben projekt plan unterfangen unternehmen initiative programm absicht',
  `ziel zweck absicht anstreben anstrebt angestrebt anzustreben streben_an strebt_an bezwecken bezweckt
  zielsetzung zielt gezielt`,
  `entscheiden entscheidet entschied beschließen beschließt beschloss beschluss festlegen festlegt
  festgelegt festzulegen legen_fest legt_fest entschluss sich_entschließen entschließen entschließt
  entschloss bestimmen bestimmt votieren votiert urteil verfügen verfügt`,
  `wählen wählt gewählt auswählen auswählt ausgewählt auszuwählen wählen_aus wählt_aus aussuchen aussucht
  ausgesucht auszusuchen suchen_aus sucht_aus entschied_sich entscheiden entscheidet entschied votieren
  votiert abstimmen küren kürt gekürt`,
  `abstimmen abstimmt abgestimmt abzustimmen stimmen_ab stimmt_ab votum stimme referendum volksentscheid
  volksabstimmung wahl votieren votiert`,
  `zustimmen zustimmt zugestimmt zuzustimmen stimmen_zu stimmt_zu billigen billigt gebilligt genehmigen
  genehmigt grünes_licht bewilligen bewilligt einwilligung einwilligt eingewilligt einzuwilligen
  akzeptieren akzeptiert bestätigen bestätigt annehmen angenommen annahme abgesegnet ja bejahen bejaht
  befürworten befürwortet`,
  `ablehnen ablehnt abgelehnt abzulehnen lehnen_ab lehnt_ab lehnt zurückweisen zurückweist zurückwies
  zurückgewiesen zurückzuweisen weisen_zurück weist_zurück wies_zurück verwerfen verwirft verwarf
  verworfen dagegen abweisen abweist abwies abgewiesen abzuweisen weisen_ab weist_ab wies_ab abschmettern
  verneinen verneint nein absage ausschlagen`,
  `erlauben erlaubt erlaubnis gestatten gestattet zulassen zulässt zuließ zugelassen zuzulassen lassen_zu
  lässt_zu ließ_zu genehmigen genehmigt ermöglichen ermöglicht dürfen darf durften gewähren gewährt lizenz
  freigeben freigibt freigab freigegeben freizugeben geben_frei gibt_frei gab_frei legalisieren
  legalisiert`,
  'verbieten verbietet verbot untersagen untersagt nicht_erlaubt bann unzulässig tabu illegal sperre',
  'bestätigen bestätigt bekräftigen bekräftigt bejahen bejaht zutreffend verifizieren verifiziert',
  `dementieren dementiert bestreiten bestreitet bestritt leugnen leugnet geleugnet abstreiten abstreitet
  abstritt abgestritten abzustreiten streiten_ab streitet_ab stritt_ab von_sich_weisen`,
  `zugeben zugibt zugab zugegeben zuzugeben geben_zu gibt_zu gab_zu einräumen einräumt eingeräumt
  einzuräumen gestehen gesteht gestand geständnis eingestehen eingesteht eingestand einzugestehen`,
  `zweifeln zweifelt gezweifelt zweifel bezweifeln bezweifelt skepsis skeptisch infrage_stellen
  in_frage_stellen anzweifeln anzweifelt angezweifelt anzuzweifeln zweifeln_an zweifelt_an misstrauen
  misstraut`,
  `protestieren protestiert protest demonstrieren demonstriert demonstration demo kundgebung auf_die_straße
  widerstand`,
  `sich_beschweren beschweren beschwert beschwerde klagen klagt geklagt beklagen beklagt reklamieren
  reklamiert reklamation`,
  'entschuldigen entschuldigt bedauern bedauert verzeihung um_verzeihung',
  'danken dankt gedankt bedanken bedankt dankbar',
  'grüßen grüßt gegrüßt begrüßen begrüßt willkommen empfangen empfängt empfing',
  'überzeugen überzeugt überreden überredet gewinnen_für',
  `benutzen benutzt nutzen nutzt genutzt nutzung verwenden verwendet verwandte gebrauchen gebraucht
  einsetzen einsetzt eingesetzt einzusetzen einsatz anwenden anwendet anwandte angewandt anzuwenden
  wenden_an wendet_an wandte_an zurückgreifen bedienen bedient`,
]
