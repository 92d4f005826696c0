/** Opposites of doing and happening. */
export const oppositeVerbs: readonly string[] = [
  `steigen steigt stieg gestiegen ansteigen ansteigt anstieg angestiegen anzusteigen steigen_an steigt_an
  stieg_an zunehmen zunimmt zunahm zugenommen zuzunehmen nehmen_zu nimmt_zu nahm_zu wachsen wächst wuchs
  gewachsen klettern klettert geklettert zuwachs wachstum zulegen zulegt zugelegt zuzulegen legen_zu
  legt_zu steigerung aufwärts | sinken sinkt sank gesunken fällt fiel gefallen zurückgehen zurückgeht
  zurückging zurückgegangen zurückzugehen gehen_zurück geht_zurück ging_zurück abnehmen abnimmt abnahm
  abgenommen abzunehmen nehmen_ab nimmt_ab nahm_ab schrumpfen schrumpft geschrumpft rückgang abwärts
  absturz abstürzt abgestürzt abzustürzen stürzen_ab stürzt_ab einbrechen einbricht einbrach eingebrochen
  einzubrechen einbruch`,
  `erhöhen erhöht steigern steigert gesteigert anheben anhebt anhob angehoben anzuheben heben_an hebt_an
  hob_an aufstocken aufstockt aufgestockt aufzustocken stocken_auf stockt_auf steigerung ausweiten
  ausweitet ausgeweitet auszuweiten weiten_aus weitet_aus vergrößern vergrößert | senken senkt gesenkt
  verringern verringert reduzieren reduziert kürzen kürzt gekürzt verkleinern verkleinert mindern mindert
  gemindert senkung kürzung reduzierung reduktion verringerung`,
  `erweitern erweitert ausbauen ausbaut ausgebaut auszubauen bauen_aus baut_aus erweiterung aufstocken
  aufstockt aufgestockt aufzustocken stocken_auf stockt_auf vergrößern vergrößert expandieren expandiert |
  verkleinern verkleinert abbauen abbaut abgebaut abzubauen bauen_ab baut_ab reduzieren reduziert
  einschränken einschränkt eingeschränkt einzuschränken`,
  `heben hebt hob gehoben anheben anhebt anhob angehoben anzuheben heben_an hebt_an hob_an hochsetzen
  hochsetzt hochgesetzt hochzusetzen setzen_hoch setzt_hoch | senken senkt gesenkt absenken absenkt
  abgesenkt abzusenken senken_ab senkt_ab herabsetzen herabsetzt herabgesetzt herabzusetzen setzen_herab
  setzt_herab`,
  `verbessern verbessert verbesserung besser bessert | verschlechtern verschlechtert verschlechterung
  schlechter verschlimmern verschlimmert`,
  `beschleunigen beschleunigt schneller | verlangsamen verlangsamt bremsen bremst gebremst abbremsen
  abbremst abgebremst abzubremsen bremsen_ab bremst_ab langsamer verzögern verzögert`,
  `verstärken verstärkt stärken stärkt gestärkt stärkung | schwächen schwächt geschwächt abschwächen
  abschwächt abgeschwächt abzuschwächen schwächen_ab schwächt_ab schwächung`,
  'verlängern verlängert verlängerung länger | verkürzen verkürzt kürzer',
  'verschärfen verschärft | lockern lockert gelockert lockerung entschärfen entschärft',
  `vereinfachen vereinfacht erleichtern erleichtert erleichterung | erschweren erschwert verkomplizieren
  verkompliziert`,
  'verdoppeln verdoppelt verdopplung verdoppelung | halbieren halbiert halbierung',
  'verteuern verteuert teurer verteuerung | verbilligen verbilligt billiger günstiger',
  `beginnen beginnt begann begonnen starten startet gestartet anfangen anfängt anfing angefangen anzufangen
  fangen_an fängt_an fing_an auftakt losgehen losgeht losging losgegangen loszugehen gehen_los geht_los
  ging_los | enden endet geendet beenden beendet aufhören aufhört aufgehört aufzuhören hören_auf hört_auf
  abschließen abschließt abschloss abgeschlossen abzuschließen schließen_ab schließt_ab schloss_ab
  abschluss schluss`,
  `beginnen beginnt begann begonnen starten startet gestartet aufnehmen aufnimmt aufnahm aufgenommen
  aufzunehmen nehmen_auf nimmt_auf nahm_auf | stoppen stoppt gestoppt einstellen einstellt eingestellt
  einzustellen abbrechen abbricht abbrach abgebrochen abzubrechen brechen_ab bricht_ab brach_ab abbruch`,
  `öffnen öffnet geöffnet eröffnen eröffnet offen aufmachen aufmacht aufgemacht aufzumachen machen_auf
  macht_auf öffnung | schließen schließt schloss geschlossen schließung zumachen zumacht zugemacht
  zuzumachen machen_zu macht_zu dichtmachen dichtmacht dichtgemacht dichtzumachen machen_dicht macht_dicht
  sperren sperrt gesperrt zu`,
  `aufbauen aufbaut aufgebaut aufzubauen bauen_auf baut_auf bauen baut gebaut errichten errichtet erbauen
  erbaut | abreißen abreißt abriss abgerissen abzureißen reißen_ab reißt_ab riss_ab niederreißen
  niederreißt niederriss niedergerissen niederzureißen reißen_nieder reißt_nieder riss_nieder zerstören
  zerstört`,
  'gründung gründet gegründet neugründung | auflösen auflöst aufgelöst aufzulösen lösen_auf löst_auf',
  `erlauben erlaubt gestatten gestattet zulassen zulässt zuließ zugelassen zuzulassen lassen_zu lässt_zu
  ließ_zu genehmigen genehmigt erlaubnis legalisieren legalisiert freigabe dürfen darf durften | verbieten
  verbietet verbot untersagen untersagt unzulässig`,
  'legal rechtmäßig gesetzlich zulässig | illegal rechtswidrig gesetzeswidrig unzulässig widerrechtlich',
  `zustimmen zustimmt zugestimmt zuzustimmen stimmen_zu stimmt_zu akzeptieren akzeptiert billigen billigt
  gebilligt annehmen angenommen annahme genehmigen genehmigt einwilligen ja befürworten befürwortet
  annimmt anzunehmen bewilligen bewilligt dafür | ablehnen ablehnt abgelehnt abzulehnen lehnen_ab lehnt_ab
  zurückweisen zurückweist zurückwies zurückgewiesen zurückzuweisen weisen_zurück weist_zurück wies_zurück
  verwerfen verwirft verwarf verworfen nein dagegen abweisen abweist abwies abgewiesen abzuweisen
  weisen_ab weist_ab wies_ab abschmettern abschmettert abgeschmettert abzuschmettern schmettern_ab
  schmettert_ab lehnt`,
  'zusagen zusagt zugesagt zuzusagen sagen_zu sagt_zu | absagen absagt abgesagt abzusagen sagen_ab sagt_ab',
  'bejahen bejaht ja | verneinen verneint nein',
  `bestätigen bestätigt bekräftigen bekräftigt zugeben zugibt zugab zugegeben zuzugeben geben_zu gibt_zu
  gab_zu einräumen einräumt eingeräumt einzuräumen | dementieren dementiert bestreiten bestreitet bestritt
  leugnen leugnet geleugnet abstreiten abstreitet abstritt abgestritten abzustreiten streiten_ab
  streitet_ab stritt_ab widerlegen widerlegt zurückweisen zurückweist zurückwies zurückgewiesen
  zurückzuweisen weisen_zurück weist_zurück wies_zurück`,
  `unterstützen unterstützt befürworten befürwortet befürworterin dafür fürsprecher | bekämpfen bekämpft
  ablehnen ablehnt abgelehnt abzulehnen lehnen_ab lehnt_ab gegner gegnerin dagegen kritiker widersacher`,
  `loben lobt gelobt würdigen würdigt gewürdigt | kritisieren kritisiert kritik tadeln tadelt getadelt
  tadel rügen rügt gerügt bemängeln bemängelt`,
  `gewinnen gewinnt gewann gewonnen siegen siegt gesiegt triumph triumphieren triumphiert siegerin
  gewinnerin erfolg | verlieren verliert verlor unterliegen unterliegt unterlag unterlegen niederlage
  verliererin pleite schlappe`,
  'gewinn profit überschuss plus schwarze_zahlen | verlust defizit fehlbetrag minus rote_zahlen einbußen',
  `gelingen gelingt gelang gelungen glücken glückt geglückt klappen klappt geklappt erfolg erfolgreich |
  misslingen misslingt misslang misslungen fehlschlagen fehlschlägt fehlschlug fehlgeschlagen
  fehlzuschlagen schlagen_fehl schlägt_fehl schlug_fehl misserfolg erfolglos scheitern scheitert
  gescheitert`,
  `bestehen besteht bestand | durchfallen durchfällt durchfiel durchgefallen durchzufallen fallen_durch
  fällt_durch fiel_durch`,
  `ankommen ankommt ankam angekommen anzukommen kommen_an kommt_an kam_an ankunft eintreffen eintrifft
  eintraf eingetroffen einzutreffen anreise anreist angereist anzureisen reisen_an reist_an landen landet
  gelandet landung | abfahren abfährt abfuhr abgefahren abzufahren fahren_ab fährt_ab fuhr_ab abreisen
  abreist abgereist abzureisen reisen_ab reist_ab abflug abfliegen abfliegt abflog abgeflogen abzufliegen
  fliegen_ab fliegt_ab flog_ab losfahren losfährt losfuhr losgefahren loszufahren fahren_los fährt_los
  fuhr_los`,
  `betreten betritt betrat eintreten eintritt eintrat eingetreten einzutreten beitreten beitritt beitrat
  beigetreten beizutreten treten_bei tritt_bei trat_bei einziehen einzieht einzog eingezogen einzuziehen
  einzug | verlassen verlässt verließ austreten austritt austrat ausgetreten auszutreten treten_aus
  tritt_aus trat_aus ausziehen auszieht auszog ausgezogen auszuziehen ziehen_aus zieht_aus zog_aus auszug
  aussteigen aussteigt ausstieg ausgestiegen auszusteigen steigen_aus steigt_aus stieg_aus`,
  `einsteigen einsteigt einstieg eingestiegen einzusteigen | aussteigen aussteigt ausstieg ausgestiegen
  auszusteigen steigen_aus steigt_aus stieg_aus`,
  `einführen einführt eingeführt einzuführen etablieren etabliert | abschaffen abschafft abgeschafft
  abzuschaffen schaffen_ab schafft_ab streichen streicht strich gestrichen aufheben aufhebt aufhob
  aufgehoben aufzuheben heben_auf hebt_auf hob_auf`,
  'importieren importiert import einfuhr | exportieren exportiert export ausfuhr',
  `einwandern einwandert eingewandert einzuwandern einwanderung zuwanderung zuwanderer | auswandern
  auswandert ausgewandert auszuwandern wandern_aus wandert_aus auswanderung abwanderung`,
  `einstellen einstellt eingestellt einzustellen anstellen anheuern rekrutieren rekrutiert | entlassen
  entlässt entließ feuern feuert gefeuert kündigen kündigt gekündigt`,
  `einschalten einschaltet eingeschaltet einzuschalten anschalten anschaltet angeschaltet anzuschalten
  schalten_an schaltet_an aktivieren aktiviert | ausschalten ausschaltet ausgeschaltet auszuschalten
  schalten_aus schaltet_aus abschalten abschaltet abgeschaltet abzuschalten schalten_ab schaltet_ab
  deaktivieren deaktiviert`,
  `einnehmen einnimmt einnahm eingenommen einzunehmen | ausgeben ausgibt ausgab ausgegeben auszugeben
  geben_aus gibt_aus gab_aus`,
  `sparen spart gespart einsparen einspart eingespart einzusparen ersparnis | ausgeben ausgibt ausgab
  ausgegeben auszugeben geben_aus gibt_aus gab_aus verschwenden verschwendet`,
  'füllen füllt gefüllt voll | leeren leert geleert',
  'erinnern erinnert erinnerung | vergessen vergisst vergaß',
  'lieben liebt geliebt mögen mag | hassen hasst gehasst verabscheuen verabscheut',
  'freuen freut gefreut freude glücklich froh | trauern trauert getrauert traurig',
  'vertrauen vertraut | misstrauen misstraut',
  'überleben überlebt am_leben | sterben stirbt starb gestorben tod tot verstorben umgekommen',
  'geboren geburt | gestorben tod verstorben',
  'retten rettet gerettet rettung | gefährden gefährdet',
  `schützen schützt geschützt bewahren bewahrt verteidigen verteidigt | gefährden gefährdet bedrohen
  bedroht angreifen angreift angriff angegriffen anzugreifen greifen_an greift_an griff_an`,
  `angreifen angreift angriff angegriffen anzugreifen greifen_an greift_an griff_an attackieren attackiert
  offensive | verteidigen verteidigt abwehr defensive`,
  'nützen nützt genützt hilfreich nützlich | schaden schadet geschadet schädlich',
  'heilen heilt geheilt genesen genest gesund | erkranken erkrankt krank',
  `verbinden verbindet verband verbunden vereinen vereint vereinigt | trennen trennt getrennt trennung
  spalten spaltet gespaltet spaltung teilung`,
  `fusionieren fusioniert fusion zusammenschluss | aufspalten aufspaltet aufgespaltet aufzuspalten
  spalten_auf spaltet_auf abspaltung`,
  `verhaften verhaftet festnehmen festnimmt festnahm festgenommen festzunehmen nehmen_fest nimmt_fest
  nahm_fest inhaftieren inhaftiert | freilassen freilässt freiließ freigelassen freizulassen lassen_frei
  lässt_frei ließ_frei entlassen entlässt entließ frei|gelassen`,
  `verurteilen verurteilt schuldspruch schuldig | freisprechen freispricht freisprach freigesprochen
  freizusprechen sprechen_frei spricht_frei sprach_frei freispruch unschuldig`,
  `zeigen zeigt gezeigt enthüllen enthüllt offenlegen offenlegt offengelegt offenzulegen legen_offen
  legt_offen aufdecken aufdeckt aufgedeckt aufzudecken decken_auf deckt_auf | verbergen verbirgt verbarg
  verborgen verstecken versteckt verheimlichen verheimlicht vertuschen vertuscht`,
  `wachsen wächst wuchs gewachsen wachstum aufschwung boom | schrumpfen schrumpft geschrumpft schrumpfung
  abschwung rezession`,
  `aufwerten aufwertet aufgewertet aufzuwerten werten_auf wertet_auf | abwerten abwertet abgewertet
  abzuwerten werten_ab wertet_ab`,
  `erwärmen erwärmt wärmer erhitzen erhitzt | abkühlen abkühlt abgekühlt abzukühlen kühlen_ab kühlt_ab
  kälter kühlen kühlt gekühlt`,
  `zunehmen zunimmt zunahm zugenommen zuzunehmen nehmen_zu nimmt_zu nahm_zu gewichtszunahme | abnehmen
  abnimmt abnahm abgenommen abzunehmen nehmen_ab nimmt_ab nahm_ab gewichtsabnahme`,
  `aufsteigen aufsteigt aufstieg aufgestiegen aufzusteigen steigen_auf steigt_auf stieg_auf | absteigen
  absteigt abstieg abgestiegen abzusteigen steigen_ab steigt_ab stieg_ab`,
  `vorrücken vorrückt vorgerückt vorzurücken rücken_vor rückt_vor vormarsch | zurückziehen zurückzieht
  zurückzog zurückgezogen zurückzuziehen ziehen_zurück zieht_zurück zog_zurück rückzug`,
  `fortsetzen fortsetzt fortgesetzt fortzusetzen setzen_fort setzt_fort weiterführen weiterführt
  weitergeführt weiterzuführen führen_weiter führt_weiter weitermachen weitermacht weitergemacht
  weiterzumachen machen_weiter macht_weiter | abbrechen abbricht abbrach abgebrochen abzubrechen
  brechen_ab bricht_ab brach_ab abbruch einstellen einstellt eingestellt einzustellen beenden beendet
  aufgeben aufgibt aufgab aufgegeben aufzugeben geben_auf gibt_auf gab_auf`,
  `behalten behielt | abgeben abgibt abgab abgegeben abzugeben geben_ab gibt_ab gab_ab verlieren verliert
  verlor`,
  `hinzufügen hinzufügt hinzugefügt hinzuzufügen fügen_hinzu fügt_hinzu ergänzen ergänzt | entfernen
  entfernt streichen streicht strich gestrichen weglassen weglässt wegließ weggelassen wegzulassen
  lassen_weg lässt_weg ließ_weg`,
  `einschließen einschließt einschloss eingeschlossen einzuschließen inklusive | ausschließen ausschließt
  ausschloss ausgeschlossen auszuschließen schließen_aus schließt_aus schloss_aus ausschluss ausgenommen
  exklusive`,
  'belohnen belohnt | bestrafen bestraft strafe',
  'krieg | frieden',
  'optimismus optimistisch zuversichtlich | pessimismus pessimistisch',
  `ermutigen ermutigt | entmutigen entmutigt abschrecken abschreckt geabschreckt abgeschreckt abzuschrecken
  schrecken_ab schreckt_ab`,
  `erfüllen erfüllt einhalten einhielt eingehalten einzuhalten | verletzen verletzt brechen bricht brach
  gebrochen missachten missachtet verstoßen verstößt verstieß`,
  'privatisieren privatisiert privatisierung | verstaatlichen verstaatlicht verstaatlichung',
  `entspannen entspannt beruhigen beruhigt | eskalieren eskaliert eskalation verschärfen verschärft
  zuspitzen zuspitzt zugespitzt zuzuspitzen spitzen_zu spitzt_zu`,
  `beladen belädt belud | entladen entlädt entlud ausladen auslädt auslud ausgeladen auszuladen laden_aus
  lädt_aus lud_aus`,
  `übertreffen übertrifft übertraf übertroffen übersteigen übersteigt überstieg überschreiten überschreitet
  überschritt überbieten überbietet überbot | unterschreiten unterschreitet unterschritt unterbieten
  unterbietet unterbot verfehlen verfehlt`,
  'erreichen erreicht | verfehlen verfehlt verpassen verpasst',
  'überschätzen überschätzt | unterschätzen unterschätzt',
  'stabilisieren stabilisiert | destabilisieren destabilisiert',
  'motivieren motiviert | demotivieren demotiviert',
  `anerkennen anerkennt anerkannte anzuerkennen erkennen_an erkennt_an erkannte_an | aberkennen aberkennt
  aberkannte abzuerkennen erkennen_ab erkennt_ab erkannte_ab`,
]
