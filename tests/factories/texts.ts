/** An article of about 170 words, enough for a short thread. */
export const bridgeArticle = `The bridge over the river had stood for ninety years before anyone asked what it weighed. Engineers knew its length, its height and the year of every repair, but the steel had been riveted by three different firms.

In 1998 the city hired a surveyor named Ada Holm to find out. She counted 41,000 rivets by photograph and estimated the plates from drawings found in a cellar. Her answer was 12,400 tonnes, a fifth more than the books had said.

The difference mattered. Trucks had grown from 20 to 44 tonnes since the bridge was opened, and the foundations had been planned for the lighter figure. Holm recommended a limit of 30 tonnes until the piers could be strengthened.

The city council refused at first. Hauliers warned that detours would cost them 3 million euros a year, and the mayor called the survey an exercise in counting. Six months later divers found cracks in the second pier.

Repairs took four years and cost 38 million euros. The bridge reopened in 2004 with sensors in every pier, and it still reports its own weight each morning, to the nearest tonne.`

/** A text of some 5,000 characters, as nobody else has it. */
export const longTextOf = (name: string) =>
  [
    `Notes of ${name}.`,
    ...[1, 2, 3, 4, 5].map((at) => bridgeArticle.replaceAll('Ada Holm', `Ada Holm of district ${at}`)),
  ].join('\n\n')

/** The same as a page, with what surrounds an article on one. */
export const bridgePage = (url = 'https://example.com/bridge') => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>The bridge that weighs itself</title>
<link rel="canonical" href="${url}"><meta name="author" content="Ines Vale"></head>
<body><nav><a href="/">Home</a> <a href="/news">News</a></nav>
<article><h1>The bridge that weighs itself</h1>
${bridgeArticle
  .split('\n\n')
  .map((paragraph) => `<p>${paragraph}</p>`)
  .join('\n')}
</article><footer>Terms and conditions</footer></body></html>`
