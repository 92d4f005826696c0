import { sameAbstract } from '../de/same-abstract.ts'
import { sameAction } from '../de/same-action.ts'
import { sameBusiness } from '../de/same-business.ts'
import { sameChange } from '../de/same-change.ts'
import { sameLife } from '../de/same-life.ts'
import { samePeople } from '../de/same-people.ts'
import { sameQualities } from '../de/same-qualities.ts'
import { sameSpeech } from '../de/same-speech.ts'
import { sameState } from '../de/same-state.ts'
import { sameWorld } from '../de/same-world.ts'
import type { LanguageWords } from '../language-words.ts'
import { germanNumbers, germanScales, germanUnits } from './measures.ts'
import { germanConverse, germanOpposite } from './opposite.ts'
import { germanSame } from './same.ts'

export const german: LanguageWords = {
  functionWords: `der die das den dem des ein eine einen einem einer eines er sie es ihn ihm ihr ihnen ihre ihren ihrem ihrer ihres sein seine
    seinen seinem seiner seines ich mich mir mein meine meinen du dich dir dein wir uns unser unsere unseren euch euer man sich selbst
    dieser diese dieses diesen diesem jener jene solche solcher welcher welche welches wer wen wem wessen was wo wohin woher wann wie
    warum weshalb und oder aber sondern denn doch jedoch sowie als ob dass daß weil da damit um zu zum zur im in ins an am ans auf aus
    bei beim bis durch für gegen hinter mit nach neben ohne seit über unter von vom vor während wegen zwischen je pro per ab laut
    ist sind war waren sei wäre wären bin bist gewesen haben hat hatte hatten hätte habe gehabt werden wird wurde wurden worden werde
    würde würden geworden kann können konnte konnten könnte soll sollen sollte sollten muss müssen musste mussten will wollen wollte
    darf dürfen durfte mag möchte lassen lässt ließ auch noch schon nur sehr so dann dort hier da dabei dazu davon daran darauf darin
    darüber dafür dagegen damit wieder immer mehr viel viele etwa etwas ja nun mal eben also zwar denn ganz gar rund fast knapp
    jeder jede jedes jeden alle allem allen aller beide beiden andere anderen anderer anderes einige einigen mehrere manche
    sagt sagte zufolge worden weg hin her rein raus los ein aus ab an auf zu vor nach mit zurück`,
  same: [
    ...germanSame,
    ...sameChange,
    ...sameBusiness,
    ...sameSpeech,
    ...sameAction,
    ...sameLife,
    ...samePeople,
    ...sameWorld,
    ...sameState,
    ...sameAbstract,
    ...sameQualities,
  ],
  opposite: germanOpposite,
  converse: germanConverse,
  sequence: 'vor bevor ehe zuvor vorher davor | nach nachdem danach anschließend daraufhin später nachher',
  negators: `nicht nie niemals kein keine keinen keinem keiner keines keins niemand niemanden niemandem nichts nirgends ohne weder noch_nie
    keinesfalls keineswegs kaum nimmer`,
  denying: 'scheitern verweigern vermeiden verhindern fehlen weigern mangeln ablehnen verbieten',
  notDenying: `nicht_nur nicht_bloß nicht_zuletzt nicht_weniger_als nicht_mehr_als nicht_erst nichts_als keine_frage ohne_zweifel ohnehin
    nicht_minder um_nicht_zu_sagen ohne_weiteres`,
  causes: `weil denn_deshalb deshalb deswegen daher darum folglich wegen aufgrund dank infolge somit demnach dadurch sodass so_dass führte_dazu
    verursacht verursachte Ursache Grund Folge lag_daran liegt_daran zwang was_zeigt beweist zeigt_dass ausgelöst nämlich zurückzuführen`,
  quantifiers: `alle alles jeder jede jedes sämtliche immer stets ganz | meisten meistens überwiegend Mehrheit | viele oft häufig zahlreiche |
    einige manche mehrere manchmal | wenige selten kaum | keine kein keiner niemand nichts nie niemals`,
  approximately:
    'etwa rund ungefähr circa ca zirka fast knapp nahezu gut annähernd an_die gegen um_die beinahe',
  over: 'über mehr_als mindestens gut wenigstens mehr_als',
  under: 'unter weniger_als höchstens knapp fast bis_zu maximal nicht_ganz beinahe',
  numbers: germanNumbers,
  scales: germanScales,
  months: [
    'januar jänner jan',
    'februar feber feb',
    'märz mär',
    'april apr',
    'mai',
    'juni jun',
    'juli jul',
    'august aug',
    'september sept sep',
    'oktober okt',
    'november nov',
    'dezember dez',
  ],
  weekdays: [
    'montag mo',
    'dienstag di',
    'mittwoch mi',
    'donnerstag do',
    'freitag fr',
    'samstag sonnabend sa',
    'sonntag so',
  ],
  units: germanUnits,
  currencies: [
    'CENT cent cents rappen',
    'EUR € euro eur',
    'CHF chf franken fr. sfr',
    'USD us$ $ dollar us-dollar usd',
    'GBP £ pfund_sterling britische_pfund gbp',
    'JPY ¥ yen',
    'D-MARK mark dm reichsmark',
    'ATS schilling',
    'SEK schwedische_kronen',
    'NOK norwegische_kronen',
    'DKK kronen',
    'PLN złoty zloty',
    'CNY yuan',
    'BTC bitcoin bitcoins',
  ],
  passive: {
    auxiliaries: 'wird werden wurde wurden worden werde würde ist sind war waren',
    agents: 'von vom durch',
  },
  speech:
    'sagen sagt sagte erklären erklärte mitteilen melden meldete berichten berichtete betonen betonte warnen warnte antworten schreiben schrieb',
  opinion: `ich_finde ich_glaube ich_denke ich_meine ich_hoffe ich_wünsche ich_liebe ich_hasse ich_frage_mich ich_hätte ich_würde ich_wäre ich_bin
    ich_habe ich_kann ich_muss meiner_meinung_nach meines_erachtens für_mich aus_meiner_sicht ehrlich_gesagt ganz_ehrlich ehrlich persönlich
    hut_ab respekt chapeau glückwunsch bravo danke schön_dass schade_dass wie_schön wie_schade was_für_ein was_für_eine endlich_mal
    wird_auch_zeit höchste_zeit längst_überfällig lesenswert lesetipp leseempfehlung große_liebe mehr_davon davon_brauchen wir_sollten
    wir_brauchen wir_müssen man_sollte macht_mut macht_hoffnung macht_wütend macht_traurig gänsehaut da_fehlen_mir zum_nachdenken
    gibt_zu_denken kann_man_nur sollte_schule_machen gefällt_mir tut_gut hätte_nie_gedacht mal_wieder muss_man_erst mein_favorit
    einfach_nur so_muss_das so_geht_das nicht_zu_fassen kaum_zu_glauben wunderbar typisch daumen_hoch`,
  judging: `gut schlecht toll super klasse großartig fantastisch wunderbar herrlich schön hässlich schlimm schrecklich furchtbar grauenhaft
    beeindruckend bemerkenswert erstaunlich unglaublich unfassbar beschämend peinlich traurig rührend berührend bewegend inspirierend
    mutig tapfer klug dumm dämlich schlau weise spannend langweilig interessant lustig witzig komisch lächerlich absurd verrückt irre
    wahnsinn skandal skandalös empörend ärgerlich erfreulich erschreckend beunruhigend ermutigend hoffnung stolz freude liebe hass
    respekt dank glück pech schade leider zum_glück fair unfair gerecht ungerecht richtig falsch überfällig vorbildlich genial
    perfekt einfach ehrlich lehrreich lektion beispiel vorbild schatz perle juwel lieblings geil krass cool nett süß köstlich lecker
    sinnlos nutzlos sinnvoll lesenswert sehenswert empfehlenswert wert verdient hammer bitter`,
  inviting: `lest lies lesen folgt folge teilt teile erzählt erzähl schreibt schreib kommentiert sagt sag verratet schaut schau hört stellt_euch_vor
    stell_dir_vor denkt denk was_meint was_denkt was_sagt wie_seht wie_findet wer_von_euch habt_ihr hättet_ihr würdet_ihr kennt_ihr seid_ihr
    was_hättet hättest_du würdest_du kennst_du eure_meinung eure euch ihr thread link hier unten weiterlesen lohnt_sich bis_zum_ende
    unbedingt merken abonniert klickt mitdiskutieren ausprobieren probiert macht_mit weitersagen kommt jemand`,
}
