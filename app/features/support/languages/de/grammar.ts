/** The small words of German: grammar, denial, cause, quantity. */
export const functionWords = `
  laut_artikel laut_dem_artikel laut_bericht laut_dem_bericht laut_dem_text wie_sich_zeigt
  der die das den dem des ein eine einen einem einer eines dieser diese dieses diesen diesem jener jene
  jenes jenen jenem derjenige diejenige dasjenige diejenigen denjenigen demjenigen derjenigen derselbe
  dieselbe dasselbe denselben demselben derselben desselben dieselben solche solcher solches solchen
  solchem welche welcher welches welchen welchem wer wen wem wessen was wie wo wann warum weshalb wieso
  wohin woher womit wodurch wofür worauf woran worin worüber wovon wozu wogegen ich mich mir mein meine
  meinen meinem meiner meines du dich dir dein deine deinen deinem deiner deines er ihn ihm sein seine
  seinen seinem seiner seines sie ihr ihre ihren ihrem ihrer ihres es wir uns unser unsere unseren unserem
  unserer unseres euch euer eure euren eurem eurer eures ihnen sich man selbst selber einander dessen
  deren denen in im an am auf aus bei beim mit nach von vom zu zum zur vor vorm hinter hinterm unter
  unterm über überm übers neben zwischen durch durchs für fürs gegen um ums bis seit während wegen trotz
  statt anstatt ab gegenüber entlang innerhalb außerhalb ausser außer ins ans aufs laut gemäß zufolge
  mittels anhand aufgrund infolge angesichts hinsichtlich bezüglich zwecks samt nebst per pro je via
  binnen mithilfe zugunsten zulasten seitens dank und oder aber denn sondern doch jedoch sowie sowohl als
  dass daß ob wenn falls weil da obwohl obgleich obschon nachdem bevor ehe sobald solange sofern soweit
  indem damit so sodass zumal bzw beziehungsweise weder entweder noch nämlich ist sind war waren bin bist
  seid warst wart wäre wären sei seien gewesen hat haben habe hatte hatten hast habt hätte hätten gehabt
  wird werden wurde wurden worden werde wirst würde würden geworden ward kann können konnte konnten könnte
  könnten muss müssen musste mussten müsste müssten muß soll sollen sollte sollten will wollen wollte
  wollten darf dürfen durfte durften dürfte dürften mag mögen mochte mochten möchte möchten lässt lassen
  ließ ließen gekonnt gemusst gewollt hier dort dorthin dahin daher dabei dadurch dafür dagegen daran
  darauf daraus darin darüber darum davon dazu danach davor daneben darunter dahinter hierbei hierfür
  hierzu hiermit hin her herein hinaus heraus hinein herum hinauf herunter hinunter ja schon auch nur sehr
  mal eben halt eigentlich etwa wohl nun also dann zwar sogar bereits immerhin jedenfalls allerdings
  ebenfalls ebenso gar erst einfach etwas irgendwie irgendwo irgendwann irgendein irgendeine irgendwas
  ganz ziemlich recht zudem außerdem überdies ferner übrigens dennoch trotzdem somit folglich demnach
  hingegen stattdessen indes indessen weg los fort uhr innen u z b d h usw etc sog ca vgl zb rund circa
  bzgl einige einiger einigen manche mancher manches manchen andere anderer anderes anderen anderem
  jeweils jeweilige jeweiligen gibt gab hierzulande geht_es ging_es handelt_es handelt_sich sich_um
  unter_anderem zum_beispiel vor_allem in_höhe_von da_die da_der da_das da_sie da_er da_es eh nen ne nem
  ner n's 's
`

export const negators = `
  nicht kein keine keinen keinem keiner keines keins nie niemals nichts niemand niemanden niemandem
  niemandes ohne weder nirgends nirgendwo nirgendwohin keinesfalls keineswegs keinerlei mitnichten nimmer
  kaum auf_keinen_fall unter_keinen_umständen in_keiner_weise in_keinem_fall zu_keiner_zeit
  zu_keinem_zeitpunkt nix net ned nich alles_andere_als
`

export const denying = `
  weigern weigert geweigert verweigern verweigert weigerung verweigerung vermeiden vermeidet vermied
  verhindern verhindert verhinderung unterlassen unterlässt unterließ versäumen versäumt versäumnis
  verzichten verzichtet fehlen fehlt gefehlt mangeln mangelt gemangelt mangel ausbleiben ausbleibt
  ausblieb ausgeblieben auszubleiben bleiben_aus bleibt_aus blieb_aus unterbinden unterbindet unterband
  unterbunden vereiteln vereitelt gehindert abhalten meiden meidet mied gemieden entgehen entging
  entgangen vermissen vermisst entbehren entbehrt verschonen verschont anstatt statt lehnt_es_ab wehren
  wehrt gewehrt sehen_davon_ab sieht_davon_ab sah_davon_ab
`

export const notDenying = `
  nicht_nur nicht_allein nicht_bloß nicht_zuletzt nichts_als nicht_weniger_als nicht_umsonst nicht_selten
  nicht_wenige nicht_von_ungefähr nichtsdestotrotz nichtsdestoweniger ohne_zweifel ohne_frage kein_zweifel
  keine_frage kein_wunder kein_geringerer_als wie_nie wie_nie_zuvor mehr_denn_je wie_noch_nie
  so_hoch_wie_nie so_viele_wie_nie nicht_wahr ohne_weiteres nicht_minder nicht_zu_vergessen ohnehin
  nicht_auszuschließen ohne_ende nicht_einfach_nur nichts_anderes_als nicht_ohne warum_nicht keine_ahnung
  ganz_ohne_zweifel nicht_nur_das um_nicht_zu_sagen wenn_nicht_sogar ob_oder_nicht nicht_weit
  nicht_mehr_und_nicht_weniger kein_anderer keine_andere kein_anderes keinem_anderen keiner_anderen noch_nie_zuvor nie_zuvor nicht_unerheblich nicht_unwesentlich
`

export const causes = `
  weil wegen deshalb deswegen daher darum dadurch aufgrund auf_grund infolge infolgedessen folglich somit
  demnach demzufolge sodass so_dass dank ursache auslöser begründen begründet verursachen verursacht
  bewirken bewirkt bedingen bedingt führen_zu führt_zu geführt_zu zur_folge nach_sich zurückzuführen
  zurückgeführt lag_an liegt_an liegt_daran lag_daran aus_diesem_grund grund_dafür grund_ist grund_war
  grund_für gründe_sind denn da_die da_der da_das da_sie da_er da_es schuld_an schuld_daran angesichts
  mithin zumal ausgelöst auslöst auszulösen lösen_aus löst_aus hervorgerufen hervorrufen hervorruft
  hervorrief hervorzurufen rufen_hervor ruft_hervor rief_hervor herbeiführen herbeiführt herbeigeführt
  herbeizuführen führen_herbei führt_herbei resultieren resultiert weshalb weswegen sorgt_für eben_deshalb
  genau_deshalb der_grund_dafür hat_damit_zu_tun trug_dazu_bei trägt_dazu_bei
`

export const sequence = `
  vor bevor ehe zuvor vorher davor | nach nachdem danach anschließend nachher daraufhin
`

export const quantifiers = `
  alle aller allen alles jeder jede jedes jeden jedem sämtliche sämtlicher sämtlichen ausnahmslos_alle
  hundertprozentig | die_meisten den_meisten der_meisten meisten mehrheit die_mehrheit großteil
  der_großteil überwiegend größtenteils mehrzahl fast_alle nahezu_alle beinahe_alle ein_großteil | viele
  vieler vielen vieles zahlreiche zahlreicher zahlreichen etliche etlicher etlichen unzählige unzähligen
  jede_menge eine_menge eine_vielzahl massenhaft dutzende hunderte tausende reihenweise | einige einiger
  einigen mehrere mehrerer mehreren manche mancher manchen ein_paar verschiedene ein_teil teils teilweise
  diverse | wenige wenigen weniger_als_die_hälfte kaum_jemand kaum_einer vereinzelte eine_handvoll
  nur_wenige die_wenigsten minderheit | keine keiner keinen keinem kein keines keins niemand niemanden
  niemandem nichts
`

export const approximately = `
  etwa rund ungefähr circa ca ca. zirka fast beinahe nahezu annähernd schätzungsweise an_die um_die
  so_um_die gegen geschätzt geschätzte geschätzten in_etwa grob ≈ ~ rd rd. über_den_daumen
`

export const over = `
  über mehr_als gut mindestens wenigstens zumindest oberhalb_von etwas_über deutlich_über knapp_über
  weit_über weit_mehr_als etwas_mehr_als nicht_weniger_als > ≥ höher_als größer_als länger_als älter_als
  schwerer_als
`

export const under = `
  unter weniger_als knapp höchstens maximal bis_zu unterhalb_von etwas_unter deutlich_unter knapp_unter
  nicht_mehr_als < ≤ niedriger_als kleiner_als nicht_ganz kürzer_als jünger_als leichter_als weit_unter
  weit_weniger_als etwas_weniger_als
`

export const auxiliaries = `
  wird werden wurde wurden worden werde wirst würde würden
`

export const agents = `
  von vom durch seitens
`
