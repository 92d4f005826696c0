import type { Doubt } from '../../quality.ts'

type Labelled = { name: string; doubt: Doubt; html: string }

const lead =
  'The council voted late on Tuesday to close the old harbour bridge to lorries from next month, after engineers found that two of its piers had moved. The mayor had argued for a longer trial, and lost by a single vote.'
const second =
  'Hauliers say that the detour adds forty minutes to each trip and that nobody asked them. The port, which pays for half of the repairs, has not said'
const article = (inner: string, head = '', lang = 'en') =>
  `<html lang="${lang}"><head><title>The bridge closes to lorries</title>${head}</head><body><header><a href="/">Post</a></header><article><h1>The bridge closes to lorries</h1>${inner}</article><footer>© Post</footer></body></html>`
const ld = (data: object) =>
  `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', headline: 'The bridge', ...data })}</script>`

/** Pages that show something else than their article, each as sites of its kind and language write it. */
export const labelledWalls: Labelled[] = [
  {
    name: 'a preview that its publisher says is not free',
    doubt: 'paywall',
    html: article(`<p>${lead}</p><p>${second}…</p>`, ld({ isAccessibleForFree: 'False' })),
  },
  {
    name: 'a third of the words that the publisher counts',
    doubt: 'paywall',
    html: article(`<p>${lead}</p>`.repeat(6), ld({ isAccessibleForFree: false, wordCount: '900' })),
  },
  {
    name: 'an offer under two paragraphs',
    doubt: 'paywall',
    html: article(
      `<p>${lead}</p><p>${lead}</p><div class="offer"><h3>Subscribe to continue reading</h3><p>Already a subscriber? <a href="/in">Sign in</a></p><button>Start your trial for $1</button></div>`,
    ),
  },
  {
    name: 'a newsletter post for those who pay',
    doubt: 'paywall',
    html: article(
      `<p>${lead}</p><p>${second} more.</p></article><div class="paywall"><h2>This post is for paid subscribers</h2><a>Subscribe</a></div><article>`,
    ),
  },
  {
    name: 'a used up monthly allowance',
    doubt: 'paywall',
    html: article(
      `<p>${lead}</p><section><p>You’ve read your last free article this month.</p><p>Keep reading with a digital subscription from £2 a week.</p></section>`,
    ),
  },
  {
    name: 'German',
    doubt: 'paywall',
    html: article(
      '<p>Der Stadtrat hat am Dienstag beschlossen, die alte Hafenbrücke vom nächsten Monat an für Lastwagen zu sperren, nachdem sich zwei der Pfeiler bewegt hatten. Die Bürgermeisterin hatte für einen längeren Versuch geworben und verlor mit einer Stimme.</p><p>Die Spediteure sagen, dass der Umweg jede Fahrt um vierzig Minuten verlängert.</p><div><h3>Jetzt weiterlesen mit dem digitalen Abo</h3><p>Bereits Abonnent? Hier anmelden</p></div>',
      '',
      'de',
    ),
  },
  {
    name: 'French',
    doubt: 'paywall',
    html: article(
      '<p>Le conseil municipal a décidé mardi de fermer le vieux pont du port aux camions à partir du mois prochain, après que les ingénieurs ont constaté que deux de ses piles avaient bougé. Le maire plaidait pour un essai plus long.</p><p>Il vous reste 82 % de cet article à découvrir.</p><p>La suite est réservée aux abonnés.</p>',
      '',
      'fr',
    ),
  },
  {
    name: 'Spanish',
    doubt: 'paywall',
    html: article(
      '<p>El ayuntamiento decidió el martes cerrar el viejo puente del puerto a los camiones a partir del próximo mes, después de que los ingenieros vieran que dos de sus pilares se habían movido. El alcalde pedía una prueba más larga y perdió por un voto.</p><div><h4>Contenido exclusivo para suscriptores</h4><p>Suscríbete para seguir leyendo</p></div>',
      '',
      'es',
    ),
  },
  {
    name: 'Italian',
    doubt: 'paywall',
    html: article(
      '<p>Il consiglio comunale ha deciso martedì di chiudere il vecchio ponte del porto ai camion dal mese prossimo, dopo che gli ingegneri hanno visto che due dei piloni si erano mossi. Il sindaco chiedeva una prova più lunga e ha perso per un voto.</p><p>Questo contenuto è riservato agli abbonati</p><p>Sei già abbonato? Accedi</p>',
      '',
      'it',
    ),
  },
  {
    name: 'Portuguese',
    doubt: 'paywall',
    html: article(
      '<p>A câmara decidiu na terça-feira fechar a velha ponte do porto aos camiões a partir do próximo mês, depois de os engenheiros verem que dois dos pilares se tinham movido. O presidente pedia um ensaio mais longo e perdeu por um voto.</p><h3>Este artigo é exclusivo para assinantes</h3><p>Assine para continuar a ler</p>',
      '',
      'pt',
    ),
  },
  {
    name: 'Dutch',
    doubt: 'paywall',
    html: article(
      '<p>De gemeenteraad besloot dinsdag om de oude havenbrug vanaf volgende maand voor vrachtwagens te sluiten, nadat ingenieurs hadden gezien dat twee pijlers waren verschoven. De burgemeester wilde een langere proef en verloor met één stem verschil.</p><h3>Verder lezen? Word abonnee</h3><p>Al abonnee? Log in</p>',
      '',
      'nl',
    ),
  },
  {
    name: 'Japanese',
    doubt: 'paywall',
    html: article(
      '<p>市議会は火曜日、古い港の橋を来月からトラックに対して閉鎖することを決めた。技術者が、橋脚のうち二本が動いていることを見つけたためだ。市長はもっと長い試験を求めていたが、一票差で敗れた。運送業者は、回り道によって一回の運転が四十分長くなると話している。</p><p>この記事は有料会員限定です。残り 812文字</p><p>続きを読むには会員登録が必要です</p>',
      '',
      'ja',
    ),
  },
  {
    name: 'an English request for consent',
    doubt: 'cookie-wall',
    html: '<html lang="en"><title>Post</title><body><div class="box"><h1>We value your privacy</h1><p>We and our 842 partners store and access information on a device, such as unique identifiers in cookies, to process personal data for personalised ads and content, ad measurement and audience insights.</p><p>You can accept or manage your choices by clicking below, including your right to object where legitimate interest is used. You may change your preferences at any time in our privacy policy.</p><button>Accept all</button><a href="#">Manage preferences</a></div></body></html>',
  },
  {
    name: 'a German choice between consent and payment',
    doubt: 'cookie-wall',
    html: '<html lang="de"><title>Post</title><body><main><h1>Mit Werbung weiterlesen</h1><p>Wir und unsere bis zu 240 Partner verwenden Cookies und speichern Informationen auf Ihrem Gerät, um personalisierte Werbung und Inhalte zu zeigen und deren Leistung zu messen. Die Einwilligung ist freiwillig und jederzeit über die Privatsphäre-Einstellungen widerrufbar.</p><p>Einige Partner verarbeiten Daten auf Grundlage eines berechtigten Interesses. Einzelheiten stehen in der Datenschutzerklärung und im Impressum.</p><button>Alle akzeptieren</button></main></body></html>',
  },
  {
    name: 'a French one',
    doubt: 'cookie-wall',
    html: '<html lang="fr"><title>Post</title><body><section><h2>Le respect de votre vie privée est notre priorité</h2><p>Avec votre accord, nous et nos partenaires utilisons des cookies ou technologies similaires pour stocker et consulter des informations sur votre terminal, afin de proposer des publicités et contenus personnalisés et d’en mesurer l’audience.</p><p>Vous pouvez retirer votre consentement à tout moment dans notre politique de confidentialité.</p><button>Tout accepter</button> <button>Paramétrer mes choix</button></section></body></html>',
  },
  {
    name: 'a Spanish one in two sentences',
    doubt: 'cookie-wall',
    html: '<html lang="es"><title>Post</title><body><div><p>Utilizamos cookies propias y de terceros para analizar el tráfico y mostrarle publicidad personalizada a partir de sus hábitos de navegación. Puede aceptar todas las cookies, rechazarlas o configurar sus preferencias de consentimiento en la política de cookies.</p><button>Aceptar todas</button></div></body></html>',
  },
  {
    name: 'a sign-in form',
    doubt: 'login-wall',
    html: '<html lang="en"><title>Log in to Circle</title><body><main><h1>Log in to Circle</h1><form><label>Email</label><input type="email"><label>Password</label><input type="password"><button>Log in</button></form><p>Forgot your password?</p><p>Don’t have an account yet? Sign up and see what your friends are sharing with each other today.</p></main></body></html>',
  },
  {
    name: 'a forum for members',
    doubt: 'login-wall',
    html: '<html lang="en"><title>Harbour forum</title><body><div id="content"><h2>Harbour forum message</h2><p>You must be logged in to view this thread. Members see all threads, attachments and profiles, and can write themselves.</p><p>If you are new here, register first; it takes a minute and costs nothing.</p></div></body></html>',
  },
  {
    name: 'a German sign-in',
    doubt: 'login-wall',
    html: '<html lang="de"><title>Anmelden</title><body><main><h1>Anmelden</h1><p>Bitte melden Sie sich mit Ihrem Konto an, um diesen Beitrag zu sehen. Alle Beiträge der Gruppe sind nur für ihre Mitglieder sichtbar.</p><form><input type="password"></form><p>Passwort vergessen?</p><p>Noch kein Konto? Jetzt registrieren und mitreden</p></main></body></html>',
  },
  {
    name: 'a Japanese sign-in',
    doubt: 'login-wall',
    html: '<html lang="ja"><title>ログイン | 港フォーラム</title><body><main><p>このページを見るにはログインが必要です。メールアドレスとパスワードを入力してください。</p><form><input type="password"></form><p>パスワードを忘れた方はこちら</p></main></body></html>',
  },
  {
    name: 'an application without its script',
    doubt: 'needs-javascript',
    html: '<html lang="en"><title>Notes</title><body><noscript>You need to enable JavaScript to run this app.</noscript><div id="root"></div><script src="/a.js"></script></body></html>',
  },
  {
    name: 'an empty shell that says nothing',
    doubt: 'needs-javascript',
    html: '<html lang="en"><title>Notes</title><body><div id="__next"></div><script src="/a.js"></script><script>start()</script></body></html>',
  },
  {
    name: 'a check of the browser',
    doubt: 'needs-javascript',
    html: '<html lang="en"><title>Just a moment...</title><body><h1>news.example.com</h1><p>Checking if the site connection is secure</p><p>Enable JavaScript and cookies to continue</p><p>news.example.com needs to review the security of your connection before proceeding.</p></body></html>',
  },
  {
    name: 'a German notice',
    doubt: 'needs-javascript',
    html: '<html lang="de"><title>Karte</title><body><main><p>Diese Seite benötigt JavaScript. Bitte aktivieren Sie JavaScript in den Einstellungen Ihres Browsers und laden Sie die Seite danach neu, damit die Karte mit allen Haltestellen und Fahrplänen angezeigt werden kann.</p></main></body></html>',
  },
  {
    name: 'a teaser of one paragraph',
    doubt: 'near-empty',
    html: article(`<p>${lead}</p>`),
  },
]
