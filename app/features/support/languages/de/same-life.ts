/** Moving, living, feeling and being. */
export const sameLife: readonly string[] = [
  `gehen geht ging gegangen laufen läuft lief gelaufen spazieren spaziert schreiten schreitet schritt
  geschritten marschieren marschiert zu_fuß wandern wandert gewandert wanderung marsch spaziergang`,
  `fahren fährt fuhr gefahren reisen reist gereist unterwegs steuern steuert gesteuert pendeln pendelt
  gependelt tour trip`,
  'reise fahrt tour trip ausflug urlaub expedition reist gereist',
  'fliegen fliegt flog geflogen flug fliegend abflug',
  `kommen kommt kam gekommen ankommen ankommt ankam angekommen anzukommen kommen_an kommt_an kam_an ankunft
  eintreffen eintrifft eintraf eingetroffen einzutreffen erreichen erreicht gelangen gelangt anreisen
  anreist angereist anzureisen reisen_an reist_an landen landet gelandet landung anlangen`,
  `abfahren abfährt abfuhr abgefahren abzufahren fahren_ab fährt_ab fuhr_ab aufbrechen aufbricht aufbrach
  aufgebrochen aufzubrechen brechen_auf bricht_auf brach_auf aufbruch abreisen abreist abgereist
  abzureisen reisen_ab reist_ab losfahren losfährt losfuhr losgefahren loszufahren fahren_los fährt_los
  fuhr_los starten startet gestartet ablegen abflug`,
  `verlassen verlässt verließ weggehen weggeht wegging weggegangen wegzugehen gehen_weg geht_weg ging_weg
  ausziehen auszieht auszog ausgezogen auszuziehen ziehen_aus zieht_aus zog_aus auszug fortgehen fortgeht
  fortging fortgegangen fortzugehen gehen_fort geht_fort ging_fort abziehen abzieht abzog abgezogen
  abzuziehen ziehen_ab zieht_ab zog_ab abzug gehen geht ging gegangen raus austritt austreten austrat
  ausgetreten auszutreten treten_aus tritt_aus trat_aus den_rücken_kehren`,
  `betreten betritt betrat eintreten eintritt eintrat eingetreten einzutreten beitreten beitritt beitrat
  beigetreten beizutreten treten_bei tritt_bei trat_bei hineingehen hineingeht hineinging hineingegangen
  hineinzugehen gehen_hinein geht_hinein ging_hinein rein einziehen einzieht einzog eingezogen einzuziehen
  einzug zutritt`,
  `zurückkehren zurückkehrt zurückgekehrt zurückzukehren kehren_zurück kehrt_zurück rückkehr zurückkommen
  zurückkommt zurückkam zurückgekommen zurückzukommen kommen_zurück kommt_zurück kam_zurück heimkehr
  heimkehrt heimgekehrt heimzukehren kehren_heim kehrt_heim wiederkommen wiederkommt wiederkam
  wiedergekommen wiederzukommen kommen_wieder kommt_wieder kam_wieder comeback rückreise zurück`,
  `fliehen flieht floh geflohen flucht flüchtet geflüchtet entkommen entkommt entkam entfliehen entflieht
  entfloh ausreißen`,
  'flüchtling geflüchtete vertriebene schutzsuchende asylbewerber asylsuchende migranten',
  `wandern_aus auswandern auswandert ausgewandert auszuwandern wandert_aus auswanderung emigrieren
  emigriert emigration emigrant`,
  `einwandern einwandert eingewandert einzuwandern einwanderung immigrieren immigriert immigration
  zuwanderung zuwandern zuwandert zugewandert zuzuwandern wandern_zu wandert_zu migranten immigrant
  migration`,
  `folgen folgt gefolgt verfolgen verfolgt hinterher nachfolgen nachfolgt nachgefolgt nachzufolgen
  folgen_nach folgt_nach im_anschluss`,
  'vertreiben vertreibt vertrieb verjagen verjagt verdrängen verdrängt',
  'begleiten begleitet eskortieren eskortiert mitgehen',
  'bewegen bewegt regen regt geregt rühren rührt gerührt verschieben verschiebt verschob',
  `drehen dreht gedreht drehung rotieren rotiert rotation wenden wendet wandte gewandt kreisen kreist
  gekreist`,
  `überqueren überquert überquerung durchqueren durchquert durchquerung kreuzen kreuzt gekreuzt queren
  quert gequert passieren passiert übersetzen übersetzt übergesetzt überzusetzen setzen_über setzt_über`,
  'treiben treibt trieb getrieben schwimmen schwimmt schwamm geschwommen schweben schwebt geschwebt',
  `sinken sinkt sank gesunken untergehen untergeht unterging untergegangen unterzugehen gehen_unter
  geht_unter ging_unter untergang versinken versinkt versank versunken`,
  `hängen hängt hing gehangen aufhängen aufhängt aufhing aufgehangen aufzuhängen hängen_auf hängt_auf
  hing_auf`,
  `stehen steht stand gestanden befinden befindet befand befunden sich_befinden liegen liegt lag gelegen
  stehend sitzen sitzt saß gesessen ansässig untergebracht`,
  `sterben stirbt starb gestorben tod ums_leben_gekommen ums_leben kommen_ums_leben kam_ums_leben
  verstorben verscheiden verscheidet verschied verstarb tot todesopfer todesfall umkommen umkommt umkam
  umgekommen umzukommen kommen_um kommt_um kam_um erliegen erliegt erlag erlegen`,
  'tot leiche leichnam leblos verstorben todesopfer getötet',
  'todesopfer tote opfer verstorbene',
  'leben lebt gelebt dasein existieren existiert existenz lebend',
  `wohnen wohnt gewohnt leben lebt gelebt bewohnen bewohnt hausen haust gehaust ansässig wohnhaft
  beheimatet daheim zu_hause`,
  `überleben überlebt davonkommen davonkommt davonkam davongekommen davonzukommen kommen_davon kommt_davon
  kam_davon`,
  'gebären geboren geburt zur_welt auf_die_welt entbindung kommt_zur_welt kam_zur_welt',
  `heiraten heiratet geheiratet hochzeit vermählen vermählt ehe trauung sich_das_jawort ehelichen ehelicht
  geehelicht verheiratet eheschließung`,
  'scheidung scheiden scheidet schied geschieden trennung sich_trennen trennen trennt getrennt',
  'ehe partnerschaft verheiratet ehepaar paar',
  'ehemann gatte mann ehegatte',
  'ehefrau gattin frau',
  `aufwachsen aufwächst aufwuchs aufgewachsen aufzuwachsen wachsen_auf wächst_auf wuchs_auf groß_werden
  kindheit jugend verbrachte_seine_kindheit`,
  `erziehen erzieht erzog aufziehen aufzieht aufzog aufgezogen aufzuziehen ziehen_auf zieht_auf zog_auf
  großziehen großzieht großzog großgezogen großzuziehen ziehen_groß zieht_groß zog_groß`,
  `essen isst aß gegessen verzehren verzehrt speisen speist gespeist verspeisen verspeist fressen frisst
  fraß gefressen mahlzeit ernähren ernährt`,
  'essen speise nahrung lebensmittel nahrungsmittel mahlzeit gericht kost',
  'trinken trinkt trank getrunken getränk schlürfen schlürft geschlürft',
  'schlafen schläft schlief geschlafen ruhen ruht geruht nachtruhe',
  'krank krankheit erkranken erkrankt leiden leidet litt gelitten gebrechen infiziert patient',
  'krankheit erkrankung leiden störung seuche infektion',
  'infizieren infiziert infektion anstecken ansteckt angesteckt anzustecken stecken_an steckt_an',
  'seuche epidemie pandemie ausbruch',
  'heilen heilt geheilt heilung genesen genest kurieren kuriert gesund_werden gesundung',
  'behandeln behandelt behandlung therapie therapiert versorgen versorgt',
  'arznei arzneimittel medikament medizin mittel präparat wirkstoff tablette',
  'impfen impft geimpft impfung impfstoff vakzin immunisierung',
  'operieren operiert operation eingriff op',
  'krankenhaus klinik spital hospital klinikum',
  'arzt ärztin ärztinnen mediziner medizinerin doktor',
  'pfleger pflegerin pflegerinnen krankenschwester pflegekraft krankenpfleger',
  'patient patientin patientinnen kranke erkrankte',
  'schmerz leid qual',
  'gesund wohlauf fit',
  'gewicht wiegen wiegt wog gewogen schwer masse',
  'wachen wacht gewacht bewachen bewacht aufpassen',
  'lachen lacht gelacht lächeln lächelt gelächelt schmunzeln schmunzelt geschmunzelt',
  'weinen weint geweint tränen heulen heult geheult',
  'freuen freut gefreut freude jubeln jubelt gejubelt jubel begeistert begeisterung glücklich erfreut froh',
  'ärgern ärgert geärgert wut wütend verärgert zorn empört empörung verärgerung sauer',
  `überraschen überrascht erstaunen erstaunt verblüffen verblüfft unerwartet verwundern verwundert staunen
  staunt gestaunt`,
  'enttäuschen enttäuscht frust ernüchterung',
  'trauern trauert getrauert traurig betrauern betrauert',
  'lieben liebt geliebt mögen mag mochte gern gefallen gefällt gefiel schätzen schätzt geschätzt',
  'hassen hasst gehasst verabscheuen verabscheut abscheu',
  'stützen stützt gestützt unterstützen unterstützt halten hielt gehalten tragen trägt trug getragen',
  'leiden leidet litt gelitten betroffen ertragen erträgt ertrug erleiden erleidet erlitt erdulden erduldet',
  `erleben erlebt erfahren erfährt erfuhr erlebnis durchmachen durchmacht durchgemacht durchzumachen
  machen_durch macht_durch miterleben miterlebt mitzuerleben erleben_mit erlebt_mit widerfahren`,
  'genießen genießt genoss genuss auskosten erfreuen erfreut',
  'feiern feiert gefeiert feier fest begehen begeht beging begangen jubiläum zelebrieren zelebriert party',
  `enthalten enthielt umfassen umfasst beinhalten beinhaltet bestehen_aus besteht_aus bestanden_aus
  einschließlich umgefasst umzufassen fassen_um fasst_um bergen birgt barg geborgen inhalt`,
  `bestehen besteht bestand existieren existiert existenz geben gibt gab gegeben gibt_es gab_es vorhanden
  vorliegen vorliegt vorlag vorgelegen vorzuliegen liegen_vor liegt_vor lag_vor dasein daseit dageseit
  dazusein sein_da seit_da`,
  'fehlen fehlt gefehlt mangel mangeln mangelt gemangelt knappheit knapp engpass defizit fehlend',
  `reichen reicht gereicht genügen genügt ausreichen ausreicht ausgereicht auszureichen reichen_aus
  reicht_aus`,
  'gehören gehört zählen_zu zählt_zu teil zugehörig angehören mitglied',
  `passen passt gepasst eignen eignet geeignet passend entsprechen entspricht entsprach entsprochen
  tauglich`,
  `gleichen gleicht glich geglichen ähneln ähnelt geähnelt ähnlich entsprechen entspricht entsprach
  entsprochen vergleichbar`,
  `unterscheiden unterscheidet unterschied abweichen abweicht abwich abgewichen abzuweichen weichen_ab
  weicht_ab wich_ab anders verschieden differenz`,
  'betragen beträgt betrug ausmachen belaufen beläuft belief sich_belaufen kommen_auf umfassen umfasst',
  `betreffen betrifft betraf betroffen angehen beziehen bezieht bezog gelten gilt galt gegolten berühren
  berührt`,
  `stammen stammt gestammt herkunft kommen_aus stammt_aus ursprung herrühren herkommen herkommt herkam
  hergekommen herzukommen kommen_her kommt_her kam_her abstammen`,
  'abhängen abhängt abhing abgehangen abzuhängen hängen_ab hängt_ab hing_ab angewiesen',
  `führen führt geführt leiten leitet geleitet lenken lenkt gelenkt hinführen hinführt hingeführt
  hinzuführen führen_hin führt_hin`,
  `scheitern scheitert gescheitert misslingen misslingt misslang misslungen fehlschlagen fehlschlägt
  fehlschlug fehlgeschlagen fehlzuschlagen schlagen_fehl schlägt_fehl schlug_fehl misserfolg
  nicht_gelingen platzen platzt geplatzt`,
  `gelingen gelingt gelang gelungen glücken glückt geglückt klappen klappt geklappt erfolg erfolgreich
  schaffen schafft geschafft funktionieren funktioniert`,
  `funktionieren funktioniert laufen läuft lief gelaufen arbeiten arbeitet gearbeitet klappen klappt
  geklappt in_betrieb`,
  'erfolg durchbruch errungenschaft gelingen gelingt gelang gelungen triumph',
  'fehler irrtum panne versehen irren irrt geirrt patzer missgeschick',
  'wagen wagt gewagt trauen traut getraut riskieren riskiert sich_trauen',
  'riskieren riskiert risiko gefahr gefährden gefährdet aufs_spiel',
  'bedrohen bedroht drohen droht gedroht gefahr gefährden gefährdet drohung',
  'verzichten verzichtet entsagen entsagt meiden meidet mied gemieden',
  'genießt_ansehen angesehen geachtet renommiert anerkannt geschätzt',
  'gewöhnen gewöhnt üblich',
  'erlauben erlaubt leisten leistet geleistet sich_leisten',
]
