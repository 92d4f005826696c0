/** What people do, from finding to inventing, with sport and research. */
export const sameAction: readonly string[] = [
  `finden findet fand gefunden entdecken entdeckt fund auffinden auffindet auffand aufgefunden aufzufinden
  finden_auf findet_auf fand_auf aufspüren aufspürt aufgespürt aufzuspüren spüren_auf spürt_auf
  herausfinden herausfindet herausfand herausgefunden herauszufinden finden_heraus findet_heraus
  fand_heraus ausfindig stoßen_auf stieß_auf ermitteln ermittelt ausmachen ausmacht ausgemacht auszumachen
  machen_aus macht_aus ausgegraben gesichtet`,
  `suchen sucht gesucht forschen forscht geforscht fahnden fahndet gefahndet fahndung durchsuchen
  durchsucht ausschau ausschau_halten stöbern stöbert gestöbert`,
  `untersuchen untersucht prüfen prüft geprüft prüfung erforschen erforscht analysieren analysiert analyse
  studie studiert überprüfen überprüft erkunden erkundet inspizieren inspiziert inspektion begutachten
  begutachtet testen testet getestet`,
  `prüfen prüft geprüft prüfung kontrollieren kontrolliert kontrolle überprüfen überprüft test testet
  getestet check checkt gecheckt nachprüfen nachprüft nachgeprüft nachzuprüfen prüfen_nach prüft_nach
  begutachtung`,
  `testen testet getestet versuch experiment erproben erprobt ausprobieren ausprobiert auszuprobieren
  probieren_aus probiert_aus experimentieren experimentiert probieren probiert probe`,
  'versuchen versucht probieren probiert trachten trachtet getrachtet bemühen bemüht bestreben anlauf',
  `messen misst maß gemessen messung ermitteln ermittelt vermessen vermisst vermaß erfassen erfasst
  erhebung`,
  `berechnen berechnet rechnen rechnet gerechnet rechnung kalkulieren kalkuliert kalkulation ermitteln
  ermittelt`,
  'zählen zählt gezählt zählung erfassen erfasst anzahl',
  `vergleichen vergleicht verglich gegenüberstellen gegenüberstellt gegenübergestellt gegenüberzustellen
  stellen_gegenüber stellt_gegenüber gegenüber im_vergleich`,
  `beobachten beobachtet sichten sichtet gesichtet sichtung überwachen überwacht verfolgen verfolgt
  zuschauen zuschaut zugeschaut zuzuschauen schauen_zu schaut_zu zusehen`,
  `sehen sieht sah gesehen schauen schaut geschaut blicken blickt geblickt ansehen ansieht ansah angesehen
  anzusehen sehen_an sieht_an sah_an anschauen anschaut angeschaut anzuschauen schauen_an schaut_an
  ansicht betrachten betrachtet gucken guckt geguckt anblick erblicken erblickt`,
  `hören hört gehört zuhören zuhört zugehört zuzuhören hören_zu hört_zu vernehmen vernimmt vernahm
  vernommen lauschen lauscht gelauscht`,
  'fühlen fühlt gefühlt spüren spürt gespürt empfinden empfindet empfand empfunden gefühl',
  `helfen hilft half geholfen hilfe unterstützen unterstützt beistand beistehen beisteht beigestanden
  beizustehen stehen_bei steht_bei stand_bei fördern fördert gefördert assistieren assistiert
  zur_seite_stehen helferin behilflich`,
  `retten rettet gerettet rettung bergen birgt barg geborgen bergung befreien befreit befreiung
  in_sicherheit_bringen`,
  `schützen schützt geschützt bewahren bewahrt beschützen beschützt sichern sichert gesichert sicherung
  absichern absichert abgesichert abzusichern sichern_ab sichert_ab behüten behütet verteidigen verteidigt`,
  `verteidigen verteidigt abwehren abwehrt abgewehrt abzuwehren wehren_ab wehrt_ab schützen schützt
  geschützt`,
  `bewahren bewahrt erhalten erhielt aufrechterhalten konservieren konserviert konservierung aufbewahren
  aufbewahrt aufzubewahren bewahren_auf bewahrt_auf`,
  `geben gibt gab gegeben übergeben übergibt übergab überreichen überreicht reichen reicht gereicht
  aushändigen aushändigt ausgehändigt auszuhändigen händigen_aus händigt_aus verleihen verleiht verlieh
  vergeben vergibt vergab gewähren gewährt spendieren spendiert schenken schenkt geschenkt überlassen
  überlässt überließ`,
  `bekommen bekommt bekam erhalten erhielt kriegen kriegt gekriegt empfangen empfängt empfing beziehen
  bezieht bezog entgegennehmen entgegennimmt entgegennahm entgegengenommen entgegenzunehmen
  nehmen_entgegen nimmt_entgegen nahm_entgegen gewinnen gewinnt gewann gewonnen abbekommen abbekommt
  abbekam abzubekommen bekommen_ab bekommt_ab bekam_ab`,
  `nehmen nimmt nahm genommen greifen greift griff gegriffen ergreifen ergreift ergriff an_sich_nehmen
  entnehmen entnimmt entnahm entnommen packen packt gepackt schnappen schnappt geschnappt`,
  `bringen bringt brachte gebracht transportieren transportiert transport befördern befördert beförderung
  liefern liefert geliefert schaffen schafft geschafft tragen trägt trug getragen mitbringen mitbringt
  mitbrachte mitgebracht mitzubringen bringen_mit bringt_mit brachte_mit überführen überführt fahren fährt
  fuhr gefahren`,
  `schicken schickt geschickt senden sendet sandte gesandt entsenden entsendet entsandte versenden
  versendet versandte zuschicken zuschickt zugeschickt zuzuschicken schicken_zu schickt_zu übermitteln
  übermittelt übermittlung verschicken verschickt`,
  `holen holt geholt abholen abholt abgeholt abzuholen holen_ab holt_ab herbeischaffen herbeischafft
  herbeigeschafft herbeizuschaffen schaffen_herbei schafft_herbei bringen bringt brachte gebracht`,
  `halten hielt gehalten festhalten festhielt festgehalten festzuhalten halten_fest hielt_fest behalten
  behielt bewahren bewahrt`,
  `lassen lässt ließ gelassen zurücklassen zurücklässt zurückließ zurückgelassen zurückzulassen
  lassen_zurück lässt_zurück ließ_zurück hinterlassen hinterlässt hinterließ überlassen überlässt überließ
  belassen belässt beließ`,
  `stellen stellt gestellt setzen setzt gesetzt legen legt gelegt platzieren platziert aufstellen aufstellt
  aufgestellt aufzustellen stellen_auf stellt_auf hinstellen hinstellt hingestellt hinzustellen
  stellen_hin stellt_hin installieren installiert installation anbringen anbringt anbrachte angebracht
  anzubringen bringen_an bringt_an brachte_an montieren montiert montage einbauen einbaut eingebaut
  einzubauen`,
  `machen macht gemacht tun tut tat getan ausführen ausführt ausgeführt auszuführen führen_aus führt_aus
  erledigen erledigt durchführen durchführt durchgeführt durchzuführen führen_durch führt_durch
  unternehmen unternimmt unternahm unternommen vornehmen vornimmt vornahm vorgenommen vorzunehmen
  nehmen_vor nimmt_vor nahm_vor verrichten verrichtet leisten leistet geleistet betreiben betreibt betrieb`,
  `umsetzen umsetzt umgesetzt umzusetzen setzen_um setzt_um verwirklichen verwirklicht verwirklichung
  realisieren realisiert realisierung in_die_tat einführen einführt eingeführt einzuführen`,
  `einführen einführt eingeführt einzuführen auflegen auflegt aufgelegt aufzulegen legen_auf legt_auf
  etablieren etabliert lancieren lanciert auf_den_markt_bringen starten startet gestartet`,
  `abschaffen abschafft abgeschafft abzuschaffen schaffen_ab schafft_ab streichen streicht strich
  gestrichen streichung aufheben aufhebt aufhob aufgehoben aufzuheben heben_auf hebt_auf hob_auf beenden
  beendet kippen kippt gekippt kassieren kassiert`,
  `vorbereiten vorbereitet vorzubereiten bereiten_vor bereitet_vor bereitmachen bereitmacht bereitgemacht
  bereitzumachen machen_bereit macht_bereit rüsten rüstet gerüstet wappnen wappnet gewappnet`,
  `organisieren organisiert organisation veranstalten veranstaltet ausrichten ausrichtet ausgerichtet
  auszurichten richten_aus richtet_aus planen plant geplant koordinieren koordiniert`,
  `arbeiten_zusammen zusammenarbeiten zusammenarbeitet zusammengearbeitet zusammenzuarbeiten
  arbeitet_zusammen kooperieren kooperiert kooperation partnerschaft partner gemeinsam
  mit_vereinten_kräften bündnis`,
  `teilnehmen teilnimmt teilnahm teilgenommen teilzunehmen nehmen_teil nimmt_teil nahm_teil mitmachen
  mitmacht mitgemacht mitzumachen machen_mit macht_mit beteiligen beteiligt dabei dabei|sein mitwirken
  mitwirkt mitgewirkt mitzuwirken wirken_mit wirkt_mit`,
  'teilnehmer teilnehmerin teilnehmerinnen mitwirkende beteiligte mitglied',
  `besuchen besucht aufsuchen aufsucht aufgesucht aufzusuchen suchen_auf sucht_auf besichtigen besichtigt
  vorbeikommen vorbeikommt vorbeikam vorbeigekommen vorbeizukommen kommen_vorbei kommt_vorbei kam_vorbei
  zu_gast`,
  `treffen trifft traf getroffen begegnen begegnet zusammenkommen zusammenkommt zusammenkam
  zusammengekommen zusammenzukommen kommen_zusammen kommt_zusammen kam_zusammen zusammenkunft
  zusammentreffen sitzung tagung`,
  `versammeln versammelt versammlung zusammenkommen zusammenkommt zusammenkam zusammengekommen
  zusammenzukommen kommen_zusammen kommt_zusammen kam_zusammen tagung konferenz kongress sitzung treffen`,
  `warten wartet gewartet abwarten abwartet abgewartet abzuwarten warten_ab wartet_ab ausharren wartezeit
  harren harrt geharrt`,
  `brauchen braucht gebraucht benötigen benötigt bedürfen nötig erforderlich bedarf notwendig erfordert
  voraussetzen`,
  `erfordern erfordert voraussetzen voraussetzt vorausgesetzt vorauszusetzen setzen_voraus setzt_voraus
  bedingung verlangen verlangt notwendig`,
  `verursachen verursacht auslösen auslöst ausgelöst auszulösen lösen_aus löst_aus hervorrufen hervorruft
  hervorrief hervorgerufen hervorzurufen rufen_hervor ruft_hervor rief_hervor führen_zu bewirken bewirkt
  ursache herbeiführen herbeiführt herbeigeführt herbeizuführen führen_herbei führt_herbei bedingen
  bedingt nach_sich_ziehen sorgen_für sorgt_für zur_folge`,
  'ursache grund auslöser anlass motiv beweggrund',
  'folge auswirkung konsequenz ergebnis resultat wirkung nachwirkung',
  'ergebnis resultat ausgang befund fazit bilanz ertrag',
  `wirken wirkt gewirkt wirkung effekt auswirkung beeinflussen beeinflusst einfluss auswirkt ausgewirkt
  auszuwirken wirken_aus wirkt_aus wirksam einwirken`,
  'beeinflussen beeinflusst einfluss prägen prägt geprägt prägung bestimmen bestimmt auswirken',
  `verhindern verhindert vermeiden vermeidet vermied verhüten verhütet vorbeugen vorbeugt vorzubeugen
  beugen_vor beugt_vor unterbinden unterbindet unterband unterbunden abwenden abwendet abwandte abgewandt
  abzuwenden wenden_ab wendet_ab wandte_ab vereiteln vereitelt prävention blockieren blockiert`,
  `behindern behindert behinderung stören stört gestört störung erschweren erschwert hemmen hemmt gehemmt
  blockieren blockiert blockade hindern hindert gehindert`,
  'erleichtern erleichtert erleichterung vereinfachen vereinfacht einfacher leichter',
  `zwingen zwingt zwang gezwungen nötigen nötigt genötigt erzwingen erzwingt erzwang erzwungen müssen
  verpflichten verpflichtet pflicht`,
  `kontrollieren kontrolliert beherrschen beherrscht kontrolle herrschaft steuern steuert gesteuert
  steuerung regulieren reguliert regulierung`,
  `angreifen angreift angriff angegriffen anzugreifen greifen_an greift_an griff_an attackieren attackiert
  attacke überfallen überfällt überfiel anschlag offensive`,
  `kämpfen kämpft gekämpft bekämpfen bekämpft ringen ringt geringt gefecht schlacht fechten fechtet
  gefechtet`,
  'erobern erobert eroberung einnehmen einnimmt einnahm eingenommen einzunehmen besetzen besetzt',
  `besiegen besiegt schlagen schlägt schlug geschlagen sieg bezwingen bezwingt bezwang bezwungen triumph
  triumphieren triumphiert gewinnen gewinnt gewann gewonnen siegt gesiegt sich_durchsetzen durchsetzen
  durchsetzt durchgesetzt durchzusetzen setzen_durch setzt_durch überwinden überwindet aus_dem_feld
  überwältigen überwältigt niederringen`,
  `unterliegen unterliegt unterlag unterlegen niederlage verlieren verliert verlor geschlagen schlappe
  pleite`,
  `gewinnen gewinnt gewann gewonnen sieg siegt gesiegt holen holt geholt triumph erringen erringt
  einheimsen einheimst eingeheimst einzuheimsen für_sich_entscheiden ergattern ergattert siegerin
  gewinnerin`,
  `sieger siegerin siegerinnen gewinner gewinnerin gewinnerinnen champion meister meisterin meisterinnen
  titelträger titelträgerin titelträgerinnen`,
  'meisterschaft titel turnier pokal cup championat',
  `auszeichnen auszeichnet ausgezeichnet auszuzeichnen zeichnen_aus zeichnet_aus preis ehren ehrt geehrt
  ehrung prämieren prämiert verleihen verleiht verlieh würdigen würdigt gewürdigt award`,
  `spielen spielt gespielt partie match begegnung duell antreten antritt antrat angetreten anzutreten
  treten_an tritt_an trat_an`,
  `spieler spielerin spielerinnen sportler sportlerin sportlerinnen athlet athletin athletinnen kicker
  kickerin kickerinnen akteur akteurin akteurinnen`,
  'mannschaft team elf verein klub club auswahl',
  'trainer trainerin trainerinnen coach übungsleiter übungsleiterin übungsleiterinnen',
  'trainieren trainiert training üben übt geübt übung',
  `schießen schießt schoss geschossen schuss feuern feuert gefeuert abfeuern abfeuert abgefeuert abzufeuern
  feuern_ab feuert_ab`,
  'tor treffer goal',
  'rennen rennt rannte gerannt laufen läuft lief gelaufen wettlauf rasen rast gerast',
  'wettkampf wettbewerb turnier rennen wettstreit',
  'rekord bestmarke höchststand bestwert höchstwert rekordwert bestleistung rekordhoch',
  'verletzen verletzt verwunden verwundet wunde',
  `töten tötet getötet tötung umbringen umbringt umbrachte umgebracht umzubringen bringen_um bringt_um
  brachte_um ermorden ermordet mord ums_leben_bringen erschießen erschießt erschoss`,
  `stehlen stiehlt stahl gestohlen diebstahl klauen klaut geklaut entwenden entwendet entwandte rauben
  raubt geraubt erbeuten erbeutet beute`,
  `fangen fängt fing gefangen erwischen erwischt fassen fasst gefasst ergreifen ergreift ergriff ertappen
  ertappt`,
  `festnehmen festnimmt festnahm festgenommen festzunehmen nehmen_fest nimmt_fest nahm_fest verhaften
  verhaftet in_gewahrsam fassen fasst gefasst inhaftieren inhaftiert abführen abführt abgeführt abzuführen
  führen_ab führt_ab`,
  `betrügen betrügt täuschen täuscht getäuscht täuschung schwindel hintergehen hintergeht hinterging
  hintergangen fälschen fälscht gefälscht fälschung`,
  'verstecken versteckt verbergen verbirgt verbarg verborgen verheimlichen verheimlicht geheim',
  `enthüllen enthüllt aufdecken aufdeckt aufgedeckt aufzudecken decken_auf deckt_auf offenlegen offenlegt
  offengelegt offenzulegen legen_offen legt_offen ans_licht lüften lüftet gelüftet offenbaren offenbart
  geoffenbart`,
  `lösen löst gelöst lösung beheben behebt behob klären klärt geklärt klärung bewältigen bewältigt
  aus_der_welt`,
  'regeln regelt geregelt regelung ordnen ordnet geordnet ordnung regulieren reguliert klären klärt geklärt',
  'verwalten verwaltet betreuen betreut administrieren administriert',
  'betreiben betreibt betrieb führen führt geführt unterhalten unterhielt bewirtschaften bewirtschaftet',
  `einstufen einstuft eingestuft einzustufen bewerten bewertet beurteilen beurteilt benoten benotet note
  einordnen`,
  `sammeln sammelt gesammelt sammlung zusammentragen zusammenträgt zusammentrug zusammengetragen
  zusammenzutragen tragen_zusammen trägt_zusammen trug_zusammen aufsammeln aufsammelt aufgesammelt
  aufzusammeln sammeln_auf sammelt_auf einsammeln`,
  `pflanzen pflanzt gepflanzt anpflanzen anpflanzt angepflanzt anzupflanzen pflanzen_an pflanzt_an anbauen
  anbaut angebaut anzubauen bauen_an baut_an setzen setzt gesetzt züchten züchtet gezüchtet`,
  'ernten erntet geerntet lesen ertrag pflücken pflückt gepflückt',
  'kochen kocht gekocht zubereiten zubereitet zuzubereiten bereiten_zu bereitet_zu garen gart gegart backen',
  'schneiden schneidet schnitt geschnitten zerlegen zerlegt trennen trennt getrennt',
  'werfen wirft warf geworfen wurf schleudern schleudert geschleudert schmeißen schmeißt geschmeißt',
  `graben gräbt grub gegraben grabung ausgraben ausgräbt ausgrub ausgegraben auszugraben graben_aus
  gräbt_aus grub_aus buddeln buddelt gebuddelt freilegen freilegt freigelegt freizulegen legen_frei
  legt_frei`,
  'malen malt gemalt gemälde zeichnen zeichnet gezeichnet zeichnung bild',
  `fotografieren fotografiert foto aufnahme bild ablichten ablichtet abgelichtet abzulichten lichten_ab
  lichtet_ab knipsen knipst geknipst`,
  'filmen filmt gefilmt dreh dreht gedreht video aufnahme streifen kinofilm',
  'singen singt sang gesungen gesang lied song sängerin',
  'musik musikerin konzert klänge musizieren musiziert',
  'reinigen reinigt gereinigt säubern säubert gesäubert putzen putzt geputzt säuberung waschen',
  `speichern speichert gespeichert speicherung sichern sichert gesichert abspeichern abspeichert
  abgespeichert abzuspeichern speichern_ab speichert_ab lagern lagert gelagert`,
  `verbreiten verbreitet ausbreiten ausbreitet ausgebreitet auszubreiten breiten_aus breitet_aus streuen
  streut gestreut umgehen greift_um_sich`,
  `anziehen anzieht anzog angezogen anzuziehen ziehen_an zieht_an zog_an locken lockt gelockt anlocken
  anlockt angelockt anzulocken locken_an lockt_an anziehungspunkt`,
  'tragen trägt trug getragen anhaben',
  `öffnen öffnet geöffnet aufmachen aufmacht aufgemacht aufzumachen machen_auf macht_auf entriegeln
  entriegelt aufschließen`,
  `erfinden erfindet erfand erfunden erfinderin ersinnen ersinnt ausdenken ausdenkt ausdachte ausgedacht
  auszudenken denken_aus denkt_aus dachte_aus`,
  'forschen forscht geforscht forschung erforschen erforscht forschungsarbeit wissenschaft untersuchung',
  `forscher forscherin forscherinnen wissenschaftler wissenschaftlerin wissenschaftlerinnen wissenschafter
  wissenschafterin wissenschafterinnen experte expertin expertinnen gelehrte forschende forschungsteam
  forscherteam`,
  `aussehen aussieht aussah ausgesehen auszusehen sehen_aus sieht_aus sah_aus anschein erscheinung wirken
  wirkt gewirkt optik`,
  `erkennen erkennt erkannte erkenntnis identifizieren identifiziert identifizierung identifikation
  unterscheiden unterscheidet unterschied ausmachen bestimmen bestimmt`,
  `nachahmen nachahmt nachgeahmt nachzuahmen ahmen_nach ahmt_nach kopieren kopiert imitieren imitiert
  nachbildung nachbauen nachbaut nachgebaut nachzubauen bauen_nach baut_nach`,
]
