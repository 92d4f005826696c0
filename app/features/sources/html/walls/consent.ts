const any = (sources: readonly string[]) => new RegExp(sources.join('|'), 'iu')

/** What a page says when it asks for consent, each in the main languages; an article hardly says several of them. */
const uses = any([
  '\\b(?:we|this (?:web)?site|our (?:web)?site)\\b.{0,60}\\b(?:use|uses|store|set|access)\\b.{0,50}(?:cookies?|device|similar technolog)',
  '\\b(?:wir|diese (?:web)?seite)\\b.{0,80}\\b(?:verwende|nutze|benutze|setze|speicher|verarbeite)\\w*\\b.{0,80}(?:cookies|technologien|daten)|\\b(?:verwenden|nutzen|setzen|benutzen) wir\\b.{0,40}cookies|(?:verwendet|nutzt) cookies',
  '\\b(?:nous|notre site|ce site)\\b.{0,80}(?:utilis|dépos|stock|recour)\\w*\\b.{0,60}(?:cookies|traceurs)',
  '\\b(?:utilizamos|usamos|utiliza|usa|empleamos)\\b.{0,40}cookies',
  '\\b(?:utilizziamo|usiamo|utilizza|usa)\\b.{0,60}cookie',
  '\\b(?:wij|we|deze (?:web)?site)\\b.{0,60}\\b(?:gebruik|plaats)\\w*\\b.{0,40}cookies|\\bgebruiken (?:wij|we)\\b.{0,30}cookies',
  '\\bvi\\b.{0,20}(?:använder|bruger|bruker).{0,30}(?:cookies|kakor)|(?:używamy|korzysta\\w*).{0,40}(?:cookies|ciasteczek)|мы используем.{0,30}cookie|(?:クッキー|cookie).{0,20}(?:使用|利用)し|(?:我们|我們|本网站|本網站).{0,10}使用.{0,10}cookie|쿠키를 사용',
])
const stores = any([
  '(?:store|access).{0,20}information on (?:a|your) device|informationen auf .{0,25}(?:gerät|endgerät)|informations sur (?:un|votre) (?:appareil|terminal)|informaci[oó]n en (?:un|tu|su) dispositivo|informazioni su(?:l)? (?:un |tuo )?dispositivo|informaç\\S+ n(?:um|o seu) dispositivo|informatie op een apparaat|端末.{0,10}(?:保存|情報)',
])
const partners = any([
  '\\bour (?:\\d+ )?(?:advertising |trusted )?(?:partners|vendors)|\\bunsere[nr]? (?:\\d+ )?(?:partner|drittanbieter)|\\bnos (?:\\d+ )?partenaires|\\bnuestros (?:\\d+ )?(?:socios|proveedores)|\\bnostri (?:\\d+ )?(?:partner|fornitori)|\\bnossos (?:\\d+ )?(?:parceiros|fornecedores)|\\bonze (?:\\d+ )?partners|パートナー|(?:我们的|我們的)合作',
])
const accepts = any([
  '\\b(?:accept|allow|reject|decline|refuse) (?:all|cookies|and (?:continue|close)|non)|\\bi (?:agree|accept)\\b|\\byou (?:agree|consent) to\\b|\\bclicking\\b.{0,20}\\b(?:accept|agree)',
  '\\balle[ns]? (?:cookies )?(?:akzeptieren|ablehnen|zulassen|annehmen)|akzeptieren und|\\b(?:ich )?stimme\\b.{0,20}\\bzu\\b|\\bzustimmen\\b',
  '\\b(?:tout|tous) (?:accepter|refuser)|\\b(?:accepter|refuser) (?:et|tout|les)|continuer sans accepter|\\b(?:aceptar|rechazar) (?:tod|y|las|cookies)|\\b(?:accetta|rifiuta)(?:re)? (?:tutt|e\\b|i cookie)|\\b(?:aceitar|rejeitar|recusar) (?:tud|tod|e\\b|os)|\\b(?:alles|alle cookies) (?:accepteren|weigeren|toestaan)|\\baccepteren\\b',
  'godkänn|accepter alle|godta alle|akceptuj|zgadzam się|принять все|(?:すべて|全て)?(?:に|を)?(?:同意|許可|拒否)(?:する|して|した)|接受(?:全部|所有)|모두 (?:동의|수락|허용)',
])
const purposes = any([
  'personali[sz]\\w+.{0,30}(?:ads?\\b|advertis|content)|(?:audience|ad|content) measurement|legitimate interest|to (?:improve|enhance) your (?:browsing )?experience|analy[sz]e (?:our )?traffic',
  "berechtigte\\w* interesse|personalisierte (?:werbung|anzeigen|inhalte)|intérêt légitime|(?:publicités?|contenus?|annonces) personnalis|mesure d[’']audience|inter[eé]s leg[ií]timo|(?:anuncios|publicidad|contenido)s? personalizad|legittimo interesse|(?:annunci|pubblicità|contenuti) personalizzat|leg[ií]timo interesse|(?:anúncios|publicidade|conteúdos?) personalizad|gerechtvaardigd belang|gepersonaliseerde|パーソナライズ|(?:広告|分析|利便性).{0,20}(?:目的|ため|向上)|个性化",
])
const preferences = any([
  '(?:manage|change|withdraw|cookie|privacy|consent) (?:your )?(?:preferences|settings|choices|options|consent)|(?:cookie|datenschutz|privatsphäre)-?\\s?einstellungen|einwilligung|(?:paramétrer|gérer|personnaliser).{0,25}(?:cookies|choix|préférences)|consentement|(?:configurar|gestionar|preferencias).{0,20}(?:cookies|consentim)|consentimiento|(?:gestisci|impostazioni|preferenze).{0,20}(?:cookie|consens)|consenso|(?:gerir|gerenciar|configura\\w*|preferências)\\b.{0,20}(?:cookies|consent)|consentimento|cookie-?\\s?instellingen|toestemming|(?:cookie|クッキー).{0,10}設定|cookie.{0,6}[设設]置|쿠키 설정',
])
const policy = any([
  '(?:cookies?|privacy) (?:policy|notice)|datenschutz(?:erklärung|hinweise)|impressum|politique (?:de confidentialité|relative aux cookies|de cookies)|pol[ií]tica de (?:privacidad|cookies|privacidade)|informativa (?:sulla privacy|sui cookie|estesa)|privacyverklaring|cookiebeleid|(?:プライバシー|クッキー)ポリシー|[隐隱]私政策|개인정보',
])
const signs = [uses, stores, partners, accepts, purposes, preferences, policy]

/** Whether a text says any of what requests for consent say. */
export const touchesConsent = (text: string) => signs.some((sign) => sign.test(text))

/** A longer text is a policy that somebody wants read, or an article. */
const mostCharacters = 4_000

/**
 * Whether a text is nothing but a request for consent. Three different things of those that such requests say must be
 * there, one of them what is stored, and half of its text must be sentences that say one of them (less where it says
 * four).
 */
export function asksForConsent(text: string): boolean {
  if (text.length > mostCharacters || text.length < 20) return false
  const found = signs.filter((sign) => sign.test(text))
  const enough = text.length < 500 ? 2 : 3
  if (found.length < enough || !(uses.test(text) || stores.test(text))) return false
  const sentences = text.split(/(?<=[.!?])\s+|(?<=[。！？])|\n+/).filter((sentence) => sentence.trim() !== '')
  const length = sentences.reduce((sum, sentence) => sum + sentence.length, 0)
  const said = sentences
    .filter((sentence) => /cookie|クッキー|쿠키/i.test(sentence) || signs.some((sign) => sign.test(sentence)))
    .reduce((sum, sentence) => sum + sentence.length, 0)
  return said >= length * (found.length >= 4 ? 0.3 : 0.5)
}
