/** Opposites that say the same once both sides are exchanged. */
export const converse: readonly string[] = [
  `kaufen kauft gekauft erwerben erwirbt erwarb erworben übernehmen übernimmt übernahm übernommen einkaufen
  einkauft eingekauft einzukaufen ankaufen ankauft angekauft anzukaufen kaufen_an kauft_an zukaufen
  zukauft zugekauft zuzukaufen kaufen_zu kauft_zu aufkaufen aufkauft aufgekauft aufzukaufen kaufen_auf
  kauft_auf käuferin | verkaufen verkauft veräußern veräußert veräußerung verkäuferin`,
  `besiegen besiegt schlagen schlägt schlug geschlagen bezwingen bezwingt bezwang bezwungen gewinnt_gegen
  gewann_gegen gewonnen_gegen siegt_gegen sieg_gegen setzt_sich_durch | unterliegen unterliegt unterlag
  unterlegen verliert_gegen verlor_gegen niederlage_gegen geschlagen_geben`,
  `geben gibt gab gegeben schenken schenkt geschenkt spenden spendet gespendet übergeben übergibt übergab
  überreichen überreicht verleihen verleiht verlieh vergeben vergibt vergab aushändigen aushändigt
  ausgehändigt auszuhändigen händigen_aus händigt_aus überlassen überlässt überließ | bekommen bekommt
  bekam erhalten erhielt empfangen empfängt empfing kriegen kriegt gekriegt entgegennehmen entgegennimmt
  entgegennahm entgegengenommen entgegenzunehmen nehmen_entgegen nimmt_entgegen nahm_entgegen`,
  `schicken schickt geschickt senden sendet sandte gesandt liefern liefert geliefert absender | erhalten
  erhielt empfangen empfängt empfing bekommen bekommt bekam`,
  `verleihen verleiht verlieh leihgeber | leihen leiht lieh geliehen ausleihen ausleiht auslieh ausgeliehen
  auszuleihen leihen_aus leiht_aus lieh_aus borgen borgt geborgt entleihen entleiht entlieh leihnehmer`,
  `vermieten vermietet vermieterin verpachten verpachtet | mieten mietet gemietet mieterin pachten pachtet
  gepachtet anmieten anmietet angemietet anzumieten mieten_an mietet_an`,
  `lehren lehrt gelehrt unterrichten unterrichtet beibringen beibringt beibrachte beigebracht beizubringen
  bringen_bei bringt_bei brachte_bei ausbilden ausbildet ausgebildet auszubilden bilden_aus bildet_aus |
  lernen lernt gelernt lernt_von`,
  `zahlen zahlt gezahlt bezahlen bezahlt überweisen überweist überwies überwiesen auszahlen auszahlt
  ausgezahlt auszuzahlen zahlen_aus zahlt_aus | kassieren kassiert einnehmen einnimmt einnahm eingenommen
  einzunehmen verdienen verdient`,
  `beschäftigen beschäftigt anstellen anstellt angestellt anzustellen stellen_an stellt_an arbeitgeber
  arbeitgeberin | arbeitet_für arbeiten_für arbeitet_bei arbeiten_bei angestellt_bei arbeitnehmer`,
  `besitzen besitzt besaß besessen innehaben innehat innehatte innegehabt innezuhaben haben_inne hat_inne
  hatte_inne besitzerin eigentümer eigentümerin | gehören gehört im_besitz_von`,
  `verursachen verursacht bewirken bewirkt auslösen auslöst ausgelöst auszulösen lösen_aus löst_aus
  führt_zu hervorrufen hervorruft hervorrief hervorgerufen hervorzurufen rufen_hervor ruft_hervor
  rief_hervor herbeiführen herbeiführt herbeigeführt herbeizuführen führen_herbei führt_herbei |
  resultieren resultiert folgt_aus entstehen_durch entstand_durch ausgelöst_durch verursacht_durch beruhen
  beruht`,
  `vorangehen vorangeht voranging vorangegangen voranzugehen gehen_voran geht_voran ging_voran vorausgehen
  vorausgeht vorausging vorausgegangen vorauszugehen gehen_voraus geht_voraus ging_voraus vorgänger
  vorgängerin | folgen folgt gefolgt folgt_auf nachfolger nachfolgerin nachfolgt nachgefolgt nachzufolgen
  folgen_nach folgt_nach`,
  `ersetzen ersetzt ablösen ablöst abgelöst abzulösen lösen_ab löst_ab verdrängen verdrängt | weichen
  weicht wich gewichen ersetzt_durch abgelöst_von ersetzt_von`,
  'enthalten enthielt umfassen umfasst beinhalten beinhaltet | enthalten_in teil_von gehört_zu gehören_zu',
  'gewinnen gewinnt gewann gewonnen siegen siegte | verlieren verliert verlor verloren',
  'vater mutter eltern elternteil | sohn tochter kind',
  'großvater großmutter großeltern opa oma | enkel enkelin enkelkind',
  'onkel tante | neffe nichte',
  'arzt ärztin | patient patientin',
  'ehemann | ehefrau',
  'verfolgen verfolgt | fliehen flieht floh geflohen flüchten flüchtet geflüchtet entkommen entkommt entkam',
  `anführen anführt angeführt anzuführen führen_an führt_an liegt_vor führt_vor | liegt_hinter zurückliegen
  zurückliegt zurücklag zurückgelegen zurückzuliegen liegen_zurück liegt_zurück lag_zurück`,
  'einladen einlädt einlud eingeladen einzuladen gastgeber gastgeberin | zu_gast gast',
]
