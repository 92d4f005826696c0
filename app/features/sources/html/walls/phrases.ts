/**
 * How pages say, in their readers' languages, that something stands before the article. Each is looked for in short
 * pieces of text only: an article that talks about such things says them in the middle of its paragraphs.
 */
const any = (sources: readonly string[]) => new RegExp(sources.join('|'), 'iu')

export const asksForSubscription = any([
  // English
  '(?:subscribe|sign up|become an? (?:member|subscriber|patron)|upgrade|start your|choose a plan|buy|purchase|join)\\b.{0,60}\\b(?:to (?:continue|keep|finish|read|access|unlock|view)|full access|unlimited access)',
  '(?:article|story|content|post|page|rest)\\b.{0,40}\\b(?:for|only|exclusive|reserved|available|restricted)\\b.{0,30}\\b(?:subscribers|members|subscription)',
  '\\b(?:subscribers?|members?)[- ]only\\b|\\b(?:exclusive|only) (?:for|to) (?:our )?(?:paid |paying )?(?:subscribers|members)',
  'already (?:a|an|have a|have an)? ?(?:\\w+ )?(?:subscriber|subscription|subscribed)\\b',
  "you(?:'|’)?(?:ve| have) (?:reached|read|used|hit)\\b.{0,40}\\b(?:free|monthly|complimentary)\\b.{0,20}(?:articles?|stories|limit)",
  'to (?:continue|keep) reading\\b.{0,50}\\b(?:subscri|upgrade|become|get|buy|choose|start)|while we verify access|(?:continue|keep) reading\\b.{0,40}(?:subscription|trial|[$€£]\\s?\\d)',
  'unlock (?:this|the (?:full|rest)|all)\\b.{0,30}(?:article|story|post)',
  // German
  'weiterlesen (?:mit|als)\\b|möchten sie (?:diesen artikel )?weiterlesen|(?:weiterlesen|weiterzulesen|zu lesen|lesen sie)\\b.{0,60}(?:\\babo|abonn|\\bplus\\b|digital)|(?:mit|als)\\b.{0,40}(?:\\babo|abonn|plus).{0,40}(?:weiter)?lesen',
  '(?:exklusiv|nur|vorbehalten)\\b.{0,20}(?:abonnent|digitalabonnent|mitglieder|plus-)|bereits (?:abonnent|digitalabonnent|abonniert|ein abo)|(?:artikel|inhalt|beitrag)\\b.{0,30}kostenpflichtig|abonnieren\\b.{0,50}(?:lesen|zugang|zugriff)',
  // French
  'réservée?s?.{0,15}(?:abonné|membres)|abonnez[- ]vous\\b.{0,60}(?:lire|poursuiv|continuer|accéder|suite)|(?:lire|poursuivre|continuer)\\b.{0,50}abonn|déjà abonné|il (?:vous )?reste\\b.{0,20}%.{0,40}(?:article|lire|découvrir)',
  // Spanish
  '(?:exclusiv[oa]|s[oó]lo|reservad[oa])s? (?:para|a) (?:nuestros |los )?(?:suscriptores|socios|abonados)|suscr[ií]b[aei]\\w*.{0,60}(?:leer|leyendo|seguir|continuar|acceder)|(?:seguir|continuar|sigue|contin[uú]a) leyendo\\b.{0,60}(?:suscr|hazte)|ya (?:eres|soy|es) (?:suscriptor|socio)|lee sin l[ií]mites',
  // Italian
  '(?:riservat|sol|esclusiv)[oa]\\b.{0,10}(?:agli|per|ai)\\b.{0,12}(?:abbonat|iscritti)|abbonati\\b.{0,60}(?:leggere|continuare|accedere|proseguire)|(?:continua|prosegui|per leggere)\\w*\\b.{0,50}abbon|(?:sei|hai) già (?:un )?abbona',
  // Portuguese
  '(?:exclusiv[oa]|só|somente|apenas|reservad[oa])\\s(?:para|a)\\b.{0,15}(?:assinantes|subscritores)|(?:assine|assina|subscreva)\\b.{0,60}(?:ler|lendo|continuar|aceder|acesso)|continu\\w+ (?:lendo|a ler|a leitura)\\b.{0,60}(?:assin|subscr)|já (?:é|sou).{0,10}(?:assinante|subscritor)',
  // Dutch
  '(?:alleen|exclusief|uitsluitend)\\b.{0,25}(?:abonnees|leden)\\b|(?:word|neem)\\b.{0,30}(?:abonne|lid)\\w*.{0,60}(?:lezen|verder|toegang)|(?:verder|door)\\s?lezen\\b.{0,60}(?:abonn|lid\\b)|al (?:een )?abonne',
  // Swedish, Danish, Norwegian
  '(?:endast|bara|exklusivt|kun|bare|forbeholdt)\\s(?:för|for)?\\s?(?:våra |vores |våre )?(?:prenumeranter|abonnenter|medlemm)|(?:prenumerera|abonnement|abonnent)\\b.{0,50}(?:läsa|læse|lese|fortsätt)|redan prenumerant|allerede abonnent',
  // Polish, Russian
  '(?:tylko|wyłącznie) dla (?:prenumerator|subskrybent|abonent)|(?:wykup|kup)\\b.{0,40}(?:czyta|dostęp)|(?:только|доступн\\S*) (?:для )?подписчик|(?:подпишитесь|оформите подписку).{0,60}(?:чита|продолж)',
  // Japanese, Chinese, Korean
  '続きを(?:読む|読み|お読み|ご覧)[^。]{0,30}(?:会員|購読|登録|有料)|(?:有料会員|会員|購読者)(?:限定|専用|向け)|この記事は[^。]{0,15}(?:有料|会員)|残り[^。]{0,8}文字',
  '(?:[订訂][阅閱]|付[费費]|[会會][员員])[^。]{0,20}(?:[继繼][续續][阅閱][读讀]|[阅閱][读讀]全文|解[锁鎖])|(?:[继繼][续續][阅閱][读讀]|[阅閱][读讀]全文)[^。]{0,20}(?:[订訂][阅閱]|付[费費]|[会會][员員])|(?:구독|유료|회원)[^.]{0,20}(?:계속|전체|전문|이어)[^.]{0,10}(?:읽|보)|(?:유료|회원|구독자) ?전용',
])

/** A subscription and reading in one short piece, in words of many languages: what there is no phrase for yet. */
export const asksInOtherWords = (piece: string) =>
  piece.length <= 160 &&
  /subscri|abonn|\babo\b|suscr|assin|abbon|prenum/i.test(piece) &&
  /\b(?:read|weiterlesen|lesen|lire|leer|leyendo|legg|ler|lezen|läsa|læse|lese|czyta)/iu.test(piece) &&
  !/\b(?:lik(?:e|ed|ing)|enjoy|newsletter|e-?mail|inbox|free\b|rss|podcast|channel|updates|thank|danke|merci|gracias)/i.test(
    piece,
  )

export const asksToSignIn = any([
  '^(?:please )?(?:log|sign) in to\\b',
  '(?:sign|log)(?:ging)? ?in (?:to|in order to) (?:continue|view|read|access|see|your|proceed|keep)|(?:must|need to|have to|please) (?:first )?(?:be (?:logged|signed) in|log ?in|sign ?in|register)\\b|(?:log ?in|sign ?in) or (?:sign up|register|create|join)|sign in with (?:google|apple|facebook|email|your)|create (?:an|a free|your) account (?:to|and)|register (?:for free |now )?to (?:read|continue|view)|forgot(?:ten)? (?:your |my )?password',
  '(?:melden sie sich|melde dich)\\b.{0,40}\\ban\\b|(?:anmelden|einloggen|registrieren),? um\\b|(?:müssen|musst)\\b.{0,40}(?:angemeldet|eingeloggt|anmelden|einloggen)|passwort vergessen|noch kein (?:konto|account)',
  '(?:connectez|identifiez|inscrivez)-vous (?:pour|afin|à)|vous devez (?:être connecté|vous connecter|vous identifier)|mot de passe oublié|cr[ée]{2}[zr] (?:un|votre) compte',
  '(?:inicia|inicie) sesi[oó]n (?:para|en|con)|deb\\w+ (?:iniciar sesi[oó]n|estar registrad|registrar)|olvid\\w+.{0,20}contraseña|reg[ií]str\\w+ (?:gratis )?para|no tienes (?:una )?cuenta',
  "(?:accedi|effettua (?:il login|l['’]accesso)|registrati) (?:per|al)\\b|devi (?:accedere|effettuare|essere registrat|registrarti)|password dimenticata|non hai un account",
  '(?:faça|fazer|inicie|entre)\\b.{0,10}(?:login|sess[aã]o|conta)\\b|esquec\\w+.{0,20}(?:senha|palavra-passe)|(?:crie|criar) uma conta',
  '(?:log|meld je|meld u) (?:in|aan) (?:om|bij|met)\\b|(?:moet)\\b.{0,20}(?:ingelogd|inloggen|aangemeld)|wachtwoord vergeten|geen account',
  'logga in för att|logg inn for|log ind for|glömt lösenord|glemt (?:passord|adgangskode)|zaloguj się,? (?:aby|żeby|by)\\b|войдите,? чтобы|забыли пароль|необходимо (?:войти|авторизоваться)',
  'ログイン(?:して|が必要|すると)|パスワードを(?:お)?忘れ|(?:会員|新規)登録(?:が必要|してください)|[请請]先?登[录入錄]|登[录入錄](?:后|後|以)|忘[记記]密[码碼]|로그인(?:이 필요|하세요|하시|해 ?주세요|하고| ?후)|비밀번호(?:를)? ?(?:찾기|잊)',
])

export const asksForJavaScript = any([
  '(?:enabl|activat|turn on|requir|needs?\\b|without|disabled|aktivier|activ[eaé]|habilit|abilit|attiv|ativ[ea]|inschakel|schakel|启用|啟用|включите|włącz|aktiver).{0,60}java\\s?script',
  'java\\s?script.{0,80}(?:enabl|requir|disabl|turned (?:on|off)|blocked|not (?:available|supported)|to (?:run|work|use|display)|aktivier|erforderlich|benötigt|voraus|activ|requis|nécessaire|neces|habilit|abilitat|richiest|ativ|geschakeld|vereist|nodig|有効|無効|必要|启用|禁用|啟用|활성화|필요|отключ|включ|łączon|aktiver|krävs)',
  "checking (?:if )?(?:the site|your browser)|verify(?:ing)? (?:that )?you(?:’re|'re| are) (?:a )?human|are you a robot|unusual traffic from",
])
/** Comments below an article may need what the article doesn't. */
export const aboutComments = /\b(?:comments?|disqus|kommentare?|commentaires?|comentarios)\b/i
