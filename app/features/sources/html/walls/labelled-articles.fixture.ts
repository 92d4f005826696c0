type Labelled = { name: string; html: string }

const paragraphs = [
  'The council voted late on Tuesday to close the old harbour bridge to lorries from next month, after engineers found that two of its piers had moved. The mayor had argued for a longer trial, and lost by a single vote.',
  'Hauliers say that the detour adds forty minutes to each trip and that nobody asked them. The port, which pays for half of the repairs, expects the works to take two summers and to cost eleven million.',
  'For those who live on the east bank little changes. Buses and cars may still cross, though no faster than thirty, and the lane for bicycles, closed since the storm in spring, opens again on Friday.',
]
const news = paragraphs.map((text) => `<p>${text}</p>`).join('')
const page = (
  inner: string,
  { head = '', title = 'The bridge closes to lorries', lang = 'en', around = '' } = {},
) =>
  `<html lang="${lang}"><head><title>${title}</title>${head}</head><body>${around}<article><h1>${title}</h1>${inner}</article><footer>© Post · Terms · Privacy policy</footer></body></html>`
const ld = (data: object) =>
  `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', headline: 'The bridge', ...data })}</script>`

/** Honest articles that come near to what walls say; none of them may be doubted. */
export const labelledArticles: Labelled[] = [
  { name: 'a short report', html: page(news) },
  {
    name: 'a report under a banner about cookies',
    html: page(news, {
      around:
        '<div class="banner"><p>We use cookies to improve your experience and to analyse traffic. By clicking “Accept all” you agree to our cookie policy.</p><button>Accept all</button><button>Manage preferences</button></div>',
    }),
  },
  {
    name: 'a report behind a request for consent that is longer than it',
    html: page(news, {
      around: `<div class="layer"><h2>We value your privacy</h2>${'<p>We and our 842 partners store and access information on a device, such as cookies, for personalised ads and content, ad measurement and audience insights, and you can manage your choices or accept all of them at any time.</p>'.repeat(8)}<button>Accept all</button></div>`,
    }),
  },
  {
    name: 'a report with a named consent tool',
    html: page(news, {
      around: `<div id="onetrust-consent-sdk"><div role="dialog">${'<p>We use cookies and similar technologies. Our partners may store information on your device. You can change your consent preferences.</p>'.repeat(6)}</div></div>`,
    }),
  },
  {
    name: 'an article about banners for cookies',
    html: page(
      '<p>Nobody reads them, and yet they are everywhere: the banners that ask whether a site may set cookies. A study of ten thousand sites found that nine in ten people press whatever button is largest.</p><p>Regulators in Paris and Hamburg have begun to fine companies whose “Reject” is harder to find than “Accept all”. One newspaper paid two million euros because its choice was hidden behind three further pages.</p><p>Designers answer that the law is vague. “We use cookies” is a sentence that lawyers write, says one of them, and it was never meant to be understood. Since spring her own site does without any, and its readers have not noticed.</p><p>Browsers may end the matter. Two of them already send a signal that says no on behalf of their owner, and a court will decide next year whether sites must listen.</p>',
      { title: 'The banner nobody reads' },
    ),
  },
  {
    name: 'a recipe for cookies',
    html: page(
      '<p>These cookies are crisp at the rim and soft in the middle. We use dark sugar, which keeps them moist for three days in a closed tin, if anybody leaves any.</p><p>Beat the butter until it is pale, add the sugar and one egg, then fold in flour, salt and chopped chocolate. Rest the dough for a night: the flour takes up the water, and the cookies spread less.</p><p>Bake them at 180 degrees for eleven minutes. They look unfinished when they come out; leave them on the tray for five minutes more, and accept all the compliments.</p>',
      { title: 'Cookies that stay soft' },
    ),
  },
  {
    name: 'an article about subscriptions',
    html: page(
      '<p>Four in ten readers have met the words “Subscribe to continue reading” this week, and most of them closed the page. Publishers know it, and are looking for gentler ways to ask for money.</p><p>A paper in Lyon lets everybody read for a day after they have read one piece to its end. Another sells single articles for twenty cents, which its editor calls a hobby rather than a business.</p><p>What works best is older than the web. Readers who know the name of a writer subscribe four times as often as those who don’t, whatever stands before the text. The lesson is simple, and expensive: hire people, and let them write.</p>',
      { title: 'Walls that nobody climbs' },
    ),
  },
  {
    name: 'a report with an offer in the page’s header',
    html: page(news, {
      around:
        '<header><p>Already a subscriber? <a href="/in">Sign in</a></p><p>Subscribe for full access</p></header>',
    }),
  },
  {
    name: 'a report with an invitation far below',
    html: page(
      `${news}<h2>More from the harbour</h2><ul>${'<li><a href="/x">What the storm of last spring did to the quays and to those who work on them</a></li>'.repeat(12)}</ul><div><p>Subscribe to read all our stories</p></div>`,
    ),
  },
  {
    name: 'a report whose paid text is in the markup',
    html: page(news.repeat(4), { head: ld({ isAccessibleForFree: false }) }),
  },
  {
    name: 'a report that is not free but complete by its publisher’s count',
    html: page(news, { head: ld({ isAccessibleForFree: 'False', wordCount: 118 }) }),
  },
  {
    name: 'a report that says it is free',
    html: page(news, { head: ld({ isAccessibleForFree: 'True' }) }),
  },
  {
    name: 'a report in an element that is named after the wall',
    html: page(`<div class="paywall-content premium-article">${news}</div>`),
  },
  {
    name: 'a post that ends with an invitation to a newsletter',
    html: page(
      `${news}<p>Sign up for our newsletter to get one letter a week.</p><p>Thanks for reading!</p>`,
    ),
  },
  {
    name: 'a report with a sign-in form in its header',
    html: page(news, {
      around:
        '<header><form><input name="user"><input type="password"><button>Log in</button></form><a href="/p">Forgot password?</a></header>',
    }),
  },
  {
    name: 'a guide to signing in',
    html: page(
      '<p>To sign in to the library from home you need the number of your card and the year of your birth. Both stand on the letter that came with the card; the desk can print it again.</p><p>If you have forgotten your password, ask for a new one at the desk or by telephone. It can’t be sent by mail, since the library does not keep addresses, and it is valid for one day.</p><p>After five failed attempts the account is closed for an hour. This keeps strangers out, and now and then an owner as well. Nobody at the desk can open it earlier, however long the queue behind you is.</p>',
      { title: 'How to sign in from home' },
    ),
  },
  {
    name: 'a post with a line about comments',
    html: page(
      `${news}<p>Log in to post comments</p><noscript>Please enable JavaScript to view the comments.</noscript>`,
    ),
  },
  {
    name: 'an article about the web without scripts',
    html: page(
      '<p>For a month I kept JavaScript disabled. About a third of the pages I met told me to enable JavaScript and showed nothing else; another third never noticed, and were faster than I had ever seen them.</p><p>The rest was odd. Menus stayed open, pictures stayed grey, and one shop sold me a lamp without asking for an address. It came three days later all the same.</p><p>I have turned it on again, since my bank requires JavaScript. But I miss the quiet, and I have learnt which writers put words into their pages, and which put a program there that may fetch some later.</p>',
      { title: 'A month without JavaScript' },
    ),
  },
  {
    name: 'a page of an application that was built with its text',
    html: `<html lang="en"><title>The bridge closes</title><body><div id="root"><main>${news}</main></div><noscript>You need to enable JavaScript to run this app.</noscript><script src="a.js"></script><script src="b.js"></script><script src="c.js"></script></body></html>`,
  },
  {
    name: 'a German report with an offer at its side',
    html: page(
      '<p>Der Stadtrat hat am Dienstag beschlossen, die alte Hafenbrücke vom nächsten Monat an für Lastwagen zu sperren, nachdem sich zwei der Pfeiler bewegt hatten. Die Bürgermeisterin hatte für einen längeren Versuch geworben und verlor mit einer Stimme.</p><p>Die Spediteure sagen, dass der Umweg jede Fahrt um vierzig Minuten verlängert und dass niemand sie gefragt hat. Der Hafen, der die Hälfte der Reparatur bezahlt, rechnet mit zwei Sommern Bauzeit und Kosten von elf Millionen.</p><p>Für die Anwohner am Ostufer ändert sich wenig. Busse und Autos dürfen weiter fahren, wenn auch nicht schneller als dreißig, und der Radweg öffnet am Freitag wieder.</p>',
      {
        lang: 'de',
        title: 'Brücke wird gesperrt',
        around: '<aside><p>Das digitale Abo: vier Wochen für einen Euro</p></aside>',
      },
    ),
  },
  {
    name: 'a French report on consent',
    html: page(
      '<p>La commission a infligé mardi une amende de deux millions d’euros à un journal dont le bouton « Tout refuser » était caché derrière trois pages. C’est la première décision de ce genre depuis l’automne.</p><p>Les éditeurs répondent que la loi est floue et que leurs recettes dépendent de la publicité. Un site sur quatre a choisi de faire payer ceux qui refusent les cookies, ce que deux associations contestent devant le tribunal.</p><p>Les lecteurs, eux, cliquent sans lire. Selon une étude menée sur dix mille pages, neuf personnes sur dix choisissent le bouton le plus grand, quel que soit le texte qui l’accompagne.</p>',
      { lang: 'fr', title: 'Une amende pour un bouton caché' },
    ),
  },
  {
    name: 'a Japanese fairy tale',
    html: page(
      '<p>むかしむかし、肉をくわえた犬が橋を渡っていました。ふと下を見ると、川の中にも肉をくわえた犬がいます。犬はそれを見て、あいつの肉のほうが大きそうだと思いました。</p><p>そこで犬は、川の中の犬をおどかしてその肉を取ってやろうと考え、思いきりほえました。そのとたん、くわえていた肉はポチャンと川の中に落ちてしまいました。</p><p>川の中には、がっかりした犬の顔が映っています。欲張りすぎると、結局は損をするというお話です。</p>',
      { lang: 'ja', title: '欲張りな犬' },
    ),
  },
  {
    name: 'a poem that ends without a mark',
    html: page(
      `${news}<p>and the gulls over the harbour, as ever, asked nobody, crossed where they pleased, and stayed</p>`,
    ),
  },
]
