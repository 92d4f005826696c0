/** Verbs and nouns of starting, rising, changing, building and happening. */
export const sameChange: readonly string[] = [
  `beginnen beginnt begann begonnen starten startet gestartet anfangen anfängt anfing angefangen anzufangen
  fangen_an fängt_an fing_an auftakt losgehen losgeht losging losgegangen loszugehen gehen_los geht_los
  ging_los einsetzen einsetzt eingesetzt einzusetzen eröffnen eröffnet anlaufen anläuft anlief angelaufen
  anzulaufen laufen_an läuft_an lief_an aufnehmen aufnimmt aufnahm aufgenommen aufzunehmen nehmen_auf
  nimmt_auf nahm_auf einleiten einleitet eingeleitet einzuleiten`,
  `enden endet geendet beenden beendet schluss abschluss abschließen abschließt abschloss abgeschlossen
  abzuschließen schließen_ab schließt_ab schloss_ab aufhören aufhört aufgehört aufzuhören hören_auf
  hört_auf auslaufen ausläuft auslief ausgelaufen auszulaufen laufen_aus läuft_aus lief_aus zu_ende
  vollenden vollendet vorbei fertig fertigstellen fertigstellt fertiggestellt fertigzustellen
  stellen_fertig stellt_fertig`,
  `stoppen stoppt gestoppt anhalten anhielt angehalten anzuhalten halten_an hielt_an unterbrechen
  unterbricht unterbrach unterbrochen einstellen einstellt eingestellt einzustellen abbrechen abbricht
  abbrach abgebrochen abzubrechen brechen_ab bricht_ab brach_ab abbruch aussetzen aussetzt ausgesetzt
  auszusetzen setzen_aus setzt_aus stillstand pausieren pausiert pause`,
  `steigen steigt stieg gestiegen ansteigen ansteigt anstieg angestiegen anzusteigen steigen_an steigt_an
  stieg_an zunehmen zunimmt zunahm zugenommen zuzunehmen nehmen_zu nimmt_zu nahm_zu wachsen wächst wuchs
  gewachsen klettern klettert geklettert zuwachs sich_erhöhen erhöhen erhöht hochgehen hochgeht hochging
  hochgegangen hochzugehen gehen_hoch geht_hoch ging_hoch wachstum plus zulegen zulegt zugelegt zuzulegen
  legen_zu legt_zu`,
  `erhöhen erhöht steigern steigert gesteigert anheben anhebt anhob angehoben anzuheben heben_an hebt_an
  hob_an heben hebt hob gehoben aufstocken aufstockt aufgestockt aufzustocken stocken_auf stockt_auf
  steigerung ausweiten ausweitet ausgeweitet auszuweiten weiten_aus weitet_aus vergrößern vergrößert
  verstärken verstärkt raufsetzen raufsetzt raufgesetzt raufzusetzen setzen_rauf setzt_rauf`,
  `sinken sinkt sank gesunken fällt fiel gefallen zurückgehen zurückgeht zurückging zurückgegangen
  zurückzugehen gehen_zurück geht_zurück ging_zurück abnehmen abnimmt abnahm abgenommen abzunehmen
  nehmen_ab nimmt_ab nahm_ab rückgang sinkend nachlassen nachlässt nachließ nachgelassen nachzulassen
  lassen_nach lässt_nach ließ_nach schrumpfen schrumpft geschrumpft sich_verringern minus einbruch
  einbrechen einbricht einbrach eingebrochen einzubrechen abwärts`,
  `senken senkt gesenkt verringern verringert reduzieren reduziert kürzen kürzt gekürzt senkung kürzung
  reduktion reduzierung verringerung abbauen abbaut abgebaut abzubauen bauen_ab baut_ab einsparen einspart
  eingespart einzusparen mindern mindert gemindert minderung drosseln drosselt gedrosselt herunterfahren
  herunterfährt herunterfuhr heruntergefahren herunterzufahren fahren_herunter fährt_herunter
  fuhr_herunter`,
  `einbrechen einbricht einbrach eingebrochen einzubrechen abstürzen abstürzt abgestürzt abzustürzen
  stürzen_ab stürzt_ab einbruch kollabieren kollabiert zusammenbrechen zusammenbricht zusammenbrach
  zusammengebrochen zusammenzubrechen brechen_zusammen bricht_zusammen brach_zusammen zusammenbruch
  kollaps`,
  `sprunghaft rasant stark drastisch massiv deutlich kräftig erheblich spürbar merklich beträchtlich
  wesentlich signifikant`,
  'verdoppeln verdoppelt verdopplung verdoppelung doppelt zweifach doppelt_so_viel doppelt_so_hoch',
  'verdreifachen verdreifacht dreifach dreimal_so_viel',
  'halbieren halbiert halbierung hälfte um_die_hälfte',
  `ändern ändert geändert verändern verändert änderung veränderung wandel wandeln wandelt gewandelt
  sich_wandeln umstellung umstellt umgestellt umzustellen stellen_um stellt_um wechsel wechseln wechselt
  gewechselt anpassung anpasst angepasst anzupassen passen_an passt_an modifizieren modifiziert umbruch`,
  `verbessern verbessert verbesserung besser optimieren optimiert aufwerten aufwertet aufgewertet
  aufzuwerten werten_auf wertet_auf fortschritt`,
  'verschlechtern verschlechtert verschlechterung schlechter verschlimmern verschlimmert schlimmer',
  `entwickeln entwickelt entwicklung entwurf entwerfen entwirft entwarf entworfen konzipieren konzipiert
  ausarbeiten ausarbeitet ausgearbeitet auszuarbeiten arbeiten_aus arbeitet_aus`,
  `ausbau ausbaut ausgebaut auszubauen bauen_aus baut_aus erweitern erweitert erweiterung vergrößern
  vergrößert ausweiten ausweitet ausgeweitet auszuweiten weiten_aus weitet_aus expandieren expandiert
  expansion ausdehnung ausdehnt ausgedehnt auszudehnen dehnen_aus dehnt_aus`,
  `wachstum wachsen wächst wuchs gewachsen gedeihen zunahme aufschwung boom boomt geboomt florieren
  floriert`,
  `ersetzen ersetzt ersatz ablösen ablöst abgelöst abzulösen lösen_ab löst_ab austauschen austauscht
  ausgetauscht auszutauschen tauschen_aus tauscht_aus an_die_stelle treten_an`,
  `entfernen entfernt beseitigen beseitigt wegnehmen wegnimmt wegnahm weggenommen wegzunehmen nehmen_weg
  nimmt_weg nahm_weg abtragen abträgt abtrug abgetragen abzutragen tragen_ab trägt_ab trug_ab löschen
  löscht gelöscht löschung herausnehmen herausnimmt herausnahm herausgenommen herauszunehmen nehmen_heraus
  nimmt_heraus nahm_heraus`,
  `verschwinden verschwindet verschwand verschwunden weg aussterben ausstirbt ausstarb ausgestorben
  auszusterben sterben_aus stirbt_aus starb_aus verlorengehen verlorengeht verlorenging verlorengegangen
  verlorenzugehen gehen_verloren geht_verloren ging_verloren schwinden schwindet schwand geschwunden`,
  `erscheinen erscheint erschien auftauchen auftaucht aufgetaucht aufzutauchen tauchen_auf taucht_auf
  auftreten auftritt auftrat aufgetreten aufzutreten treten_auf tritt_auf trat_auf zum_vorschein
  herauskommen herauskommt herauskam herausgekommen herauszukommen kommen_heraus kommt_heraus kam_heraus`,
  `zerstören zerstört vernichten vernichtet verwüsten verwüstet ruinieren ruiniert demolieren demoliert
  kaputt kaputtmachen kaputtmacht kaputtgemacht kaputtzumachen machen_kaputt macht_kaputt dem_erdboden`,
  'beschädigen beschädigt schaden ramponieren ramponiert kaputt lädiert',
  `reparieren repariert reparatur instandsetzen instandsetzt instandgesetzt instandzusetzen setzen_instand
  setzt_instand ausbessern ausbessert geausbessert wiederherstellen wiederherstellt wiedergeherstellt
  wiederzuherstellen herstellen_wieder herstellt_wieder sanieren saniert sanierung renovieren renoviert
  renovierung restaurieren restauriert restaurierung modernisieren modernisiert modernisierung`,
  `bauen baut gebaut errichten errichtet erbauen erbaut aufbauen aufbaut aufgebaut aufzubauen bauen_auf
  baut_auf konstruieren konstruiert konstruktion neubau bauwerk entstehen entsteht entstand hochziehen
  hochzieht hochzog hochgezogen hochzuziehen ziehen_hoch zieht_hoch zog_hoch`,
  `abreißen abreißt abriss abgerissen abzureißen reißen_ab reißt_ab riss_ab niederreißen niederreißt
  niederriss niedergerissen niederzureißen reißen_nieder reißt_nieder riss_nieder abbrechen abbricht
  abbrach abgebrochen abzubrechen brechen_ab bricht_ab brach_ab rückbau`,
  `gründen gründet gegründet gründung ins_leben_rufen aufbauen aufbaut aufgebaut aufzubauen bauen_auf
  baut_auf etablieren etabliert gründungsjahr entstehung stiften stiftet gestiftet ins_leben_gerufen
  rief_ins_leben`,
  `entstehen entsteht entstand herausbilden herausbildet herausgebildet herauszubilden bilden_heraus
  bildet_heraus sich_bilden bilden bildet gebildet bildung hervorgehen hervorgeht hervorging
  hervorgegangen hervorzugehen gehen_hervor geht_hervor ging_hervor`,
  `schaffen schafft geschafft schuf geschaffen schaffung erschaffen erschafft erzeugen erzeugt kreieren
  kreiert hervorbringen hervorbringt hervorbrachte hervorgebracht hervorzubringen bringen_hervor
  bringt_hervor brachte_hervor erstellen erstellt`,
  `erreichen erreicht schaffen schafft geschafft erzielen erzielt verzeichnen verzeichnet kommen_auf
  bringt_es_auf gelangen gelangt hinkommen hinkommt hinkam hingekommen hinzukommen kommen_hin kommt_hin
  kam_hin erklimmen erklimmt auf_dem_stand`,
  `überschreiten überschreitet überschritt übersteigen übersteigt überstieg übertreffen übertrifft übertraf
  übertroffen überbieten überbietet überbot mehr_als hinausgehen hinausgeht hinausging hinausgegangen
  hinauszugehen gehen_hinaus geht_hinaus ging_hinaus`,
  `bleiben bleibt blieb geblieben verbleiben verbleibt verblieb verharren verharrt unverändert
  gleichbleiben gleichbleibt gleichblieb gleichgeblieben gleichzubleiben bleiben_gleich bleibt_gleich
  blieb_gleich konstant stabil beständig stagnieren stagniert stagnation`,
  `fortsetzen fortsetzt fortgesetzt fortzusetzen setzen_fort setzt_fort weiterführen weiterführt
  weitergeführt weiterzuführen führen_weiter führt_weiter fortführen fortführt fortgeführt fortzuführen
  führen_fort führt_fort weitermachen weitermacht weitergemacht weiterzumachen machen_weiter macht_weiter
  weitergehen weitergeht weiterging weitergegangen weiterzugehen gehen_weiter geht_weiter ging_weiter
  andauern andauert angedauert anzudauern dauern_an dauert_an anhalten anhielt angehalten anzuhalten
  halten_an hielt_an fortdauern fortdauert fortgedauert fortzudauern dauern_fort dauert_fort weiterhin`,
  `dauern dauert gedauert andauern andauert angedauert anzudauern dauern_an dauert_an währen währt gewährt
  sich_hinziehen lang zeitraum erstrecken erstreckt laufzeit`,
  `verzögern verzögert verzögerung verspäten verspätet verschieben verschiebt verschob hinauszögern
  hinauszögert hinausgezögert hinauszuzögern zögern_hinaus zögert_hinaus hinausschieben hinausschiebt
  hinausschob hinausgeschoben hinauszuschieben schieben_hinaus schiebt_hinaus schob_hinaus später vertagen
  vertagt aufschub`,
  `beschleunigen beschleunigt schneller forcieren forciert vorantreiben vorantreibt vorantrieb
  vorangetrieben voranzutreiben treiben_voran treibt_voran trieb_voran ankurbeln ankurbelt angekurbelt
  anzukurbeln kurbeln_an kurbelt_an antreiben antreibt antrieb angetrieben anzutreiben treiben_an
  treibt_an trieb_an fördern fördert gefördert förderung`,
  `verlangsamen verlangsamt bremsen bremst gebremst abbremsen abbremst abgebremst abzubremsen bremsen_ab
  bremst_ab ausbremsen ausbremst ausgebremst auszubremsen bremsen_aus bremst_aus langsamer abschwächen
  abschwächt abgeschwächt abzuschwächen schwächen_ab schwächt_ab`,
  `auflösen auflöst aufgelöst aufzulösen lösen_auf löst_auf zerfallen zerfällt zerfiel auseinanderbrechen
  auseinanderbricht auseinanderbrach auseinandergebrochen auseinanderzubrechen brechen_auseinander
  bricht_auseinander brach_auseinander spalten spaltet gespaltet spaltung teilung trennen trennt getrennt
  trennung`,
  `verbinden verbindet verband verbunden vereinen vereint vereinigt zusammenführen zusammenführt
  zusammengeführt zusammenzuführen führen_zusammen führt_zusammen zusammenschließen zusammenschließt
  zusammenschloss zusammengeschlossen zusammenzuschließen schließen_zusammen schließt_zusammen
  schloss_zusammen zusammenschluss fusionieren fusioniert fusion verschmelzen verknüpfen verknüpft koppeln
  koppelt gekoppelt anschließen anbindung`,
  `teilen teilt geteilt aufteilen aufteilt aufgeteilt aufzuteilen teilen_auf teilt_auf verteilen verteilt
  gliedern gliedert gegliedert unterteilen unterteilt`,
  `öffnen öffnet geöffnet eröffnen eröffnet öffnung aufmachen aufmacht aufgemacht aufzumachen machen_auf
  macht_auf offen einweihen einweiht eingeweiht einzuweihen aufgesperrt freigabe`,
  `schließen schließt schloss geschlossen schließung zumachen zumacht zugemacht zuzumachen machen_zu
  macht_zu dichtmachen dichtmacht dichtgemacht dichtzumachen machen_dicht macht_dicht zu stilllegen
  stilllegt stillgelegt stillzulegen legen_still legt_still sperren sperrt gesperrt sperrung dicht
  aufgeben aufgibt aufgab aufgegeben aufzugeben geben_auf gibt_auf gab_auf`,
  `voll füllen füllt gefüllt überfüllt ausfüllen ausfüllt ausgefüllt auszufüllen füllen_aus füllt_aus
  auffüllen auffüllt aufgefüllt aufzufüllen füllen_auf füllt_auf`,
  `leeren leert geleert entleeren entleert leerstehen leersteht leerstand leergestanden leerzustehen
  stehen_leer steht_leer stand_leer unbewohnt`,
  'normalisieren normalisiert sich_erholen erholen erholt genesen bessern bessert',
  `verlagern verlagert verlagerung verlegen verlegt umsiedeln umsiedelt umgesiedelt umzusiedeln siedeln_um
  siedelt_um umsiedlung umziehen umzieht umzog umgezogen umzuziehen ziehen_um zieht_um zog_um umzug
  versetzen versetzt`,
  `erneuern erneuert erneuerung modernisieren modernisiert auf_den_neuesten_stand aktualisieren
  aktualisiert aktualisierung update auffrischen`,
  'mischen mischt gemischt mischung vermischen vermischt vermengen vermengt gemisch mix',
  `brennen brennt brannte gebrannt brand feuer in_flammen flammen verbrennen verbrennt verbrannte abbrennen
  abbrennt abbrannte abgebrannt abzubrennen brennen_ab brennt_ab brannte_ab niederbrennen niederbrennt
  niederbrannte niedergebrannt niederzubrennen brennen_nieder brennt_nieder brannte_nieder lodern lodert
  gelodert`,
  'löschen löscht gelöscht löscharbeiten bekämpft',
  `schmelzen schmilzt schmolz geschmolzen tauen taut getaut abschmelzen abschmilzt abschmolz abgeschmolzen
  abzuschmelzen schmelzen_ab schmilzt_ab schmolz_ab abtauen abtaut abgetaut abzutauen tauen_ab taut_ab`,
  `trocknen trocknet getrocknet austrocknen austrocknet ausgetrocknet auszutrocknen trocknen_aus
  trocknet_aus dürre trocken vertrocknen vertrocknet`,
  `erwärmen erwärmt erhitzen erhitzt wärmer aufheizen aufheizt aufgeheizt aufzuheizen heizen_auf heizt_auf
  heizen heizt geheizt heiß`,
  `abkühlen abkühlt abgekühlt abzukühlen kühlen_ab kühlt_ab kühlen kühlt gekühlt kühlung kälter erkalten
  erkaltet`,
  `explodieren explodiert explosion detonieren detoniert detonation in_die_luft sprengung sprengen sprengt
  gesprengt`,
  'überfluten überflutet überschwemmen überschwemmt hochwasser flut unter_wasser',
  `einstürzen einstürzt eingestürzt einzustürzen zusammenbrechen zusammenbricht zusammenbrach
  zusammengebrochen zusammenzubrechen brechen_zusammen bricht_zusammen brach_zusammen einfallen einfällt
  einfiel eingefallen einzufallen zusammenstürzen zusammenstürzt zusammengestürzt zusammenzustürzen
  stürzen_zusammen stürzt_zusammen`,
  `ausfallen ausfällt ausfiel ausgefallen auszufallen fallen_aus fällt_aus fiel_aus gestrichen absagen
  absagt abgesagt abzusagen sagen_ab sagt_ab nicht_stattfinden storniert stornieren annullieren annulliert`,
  `stattfinden stattfindet stattfand stattgefunden stattzufinden finden_statt findet_statt fand_statt
  abhalten abhielt abgehalten abzuhalten halten_ab hielt_ab über_die_bühne veranstalten veranstaltet
  ausrichten ausrichtet ausgerichtet auszurichten richten_aus richtet_aus austragen austrägt austrug
  ausgetragen auszutragen tragen_aus trägt_aus trug_aus durchführen durchführt durchgeführt durchzuführen
  führen_durch führt_durch gehalten laufen läuft lief gelaufen`,
  `passieren passiert geschehen geschieht geschah ereignen ereignet vorfallen vorfällt vorfiel vorgefallen
  vorzufallen fallen_vor fällt_vor fiel_vor sich_ereignen sich_zutragen vorkommen vorkommt vorkam
  vorgekommen vorzukommen kommen_vor kommt_vor kam_vor kommt_es_zu kam_es_zu`,
]
