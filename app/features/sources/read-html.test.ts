import { describe, expect, test } from 'vitest'
import { article, blocksOf, inner, one, read, three, two, url } from './html-fixture.ts'
import { snapshotSchema } from './snapshot.ts'

describe('an article is read as plain passages', () => {
  test('in the page’s order, a blank line between each two', () => {
    const snapshot = article('')
    expect(snapshotSchema.parse(snapshot)).toEqual(snapshot)
    expect(snapshot.text).toBe(`${one}\n\n${two}\n\n${three}`)
    expect(snapshot).toMatchObject({ kind: 'html', url, language: 'en' })
  })

  test('headings, lists, quotes, code and tables each as what they are', () => {
    expect(
      inner(`<h2 id="community">Community</h2><p>Some <b>bold</b>
        and <a href="/x">linked</a> words, together in one paragraph, as they were written.</p>
        <ul><li>First <em>item</em><ol><li>Inner item</li></ol></li><li><p>Second item</p></li></ul>
        <blockquote><p>Nobody crosses in March, <q>not even I</q>.</p></blockquote>
        <pre><code>const ice = true\n  if (ice) walk()\n\n</code></pre>
        <table><tr><th>Year</th><th>Ice</th></tr><tr><td>1871</td><td>thick</td></tr><tr><td>1872</td><td>thin</td></tr></table>
        <dl><dt class="subheader">Berth</dt><dd>Where a ship lies.</dd></dl>`),
    ).toEqual([
      ['heading', 'Community'],
      ['paragraph', 'Some bold and linked words, together in one paragraph, as they were written.'],
      ['list-item', 'First item'],
      ['list-item', 'Inner item'],
      ['list-item', 'Second item'],
      ['quote', 'Nobody crosses in March, “not even I”.'],
      ['code', 'const ice = true\n  if (ice) walk()'],
      ['table', 'Year · Ice\n1871 · thick\n1872 · thin'],
      ['list-item', 'Berth: Where a ship lies.'],
    ])
  })

  test('captions of tables, listings and quotations, and sentences under pictures', () => {
    expect(
      inner(`<figure><table><tr><th>Year</th><th>Ice</th></tr><tr><td>1871</td><td>thick</td></tr></table><figcaption>Ice since 1871</figcaption></figure>
        <table><caption>Ferries</caption><tr><th>Name</th><th>Year</th></tr><tr><td>Aurora</td><td>1902</td></tr></table>
        <figure><pre>walk()</pre><figcaption>Listing 1: how to walk</figcaption></figure>
        <blockquote><p>Nobody crosses in March.</p><footer>— Ada Holm</footer></blockquote>
        <figure><blockquote>Not even I.</blockquote><figcaption>The harbour master</figcaption></figure>
        <figure><img><figcaption>The ferry Aurora lies at her berth, with the fir branches behind her.</figcaption></figure>
        <figure><img><figcaption>The ferry Aurora lies at her berth in deep snow. Photo: Ann Lee.</figcaption></figure>`),
    ).toEqual([
      ['table', 'Year · Ice\n1871 · thick'],
      ['paragraph', 'Ice since 1871'],
      ['paragraph', 'Ferries'],
      ['table', 'Name · Year\nAurora · 1902'],
      ['code', 'walk()'],
      ['paragraph', 'Listing 1: how to walk'],
      ['quote', 'Nobody crosses in March.'],
      ['quote', '— Ada Holm'],
      ['quote', 'Not even I.'],
      ['quote', 'The harbour master'],
      ['paragraph', 'The ferry Aurora lies at her berth, with the fir branches behind her.'],
    ])
  })

  test('what opens a part of the page heads it, closed as the part may be', () => {
    expect(
      inner(
        '<details><summary>What if it breaks?</summary><p>Lie down flat and call for help.</p></details><details open><summary>Is there a fee?</summary>None in winter.</details>',
      ),
    ).toEqual([
      ['heading', 'What if it breaks?'],
      ['paragraph', 'Lie down flat and call for help.'],
      ['heading', 'Is there a fee?'],
      ['paragraph', 'None in winter.'],
    ])
  })

  test('lists within lists, each item by itself', () => {
    expect(
      inner(
        '<ol><li>Ask.<ul><li>By telephone.</li><li>At the desk:<ol><li>Wait.</li></ol></li></ul></li><li>Take a sledge.<p>A marked one.</p></li></ol>',
      ).map(([kind, text]) => `${kind} ${text}`),
    ).toEqual(
      ['Ask.', 'By telephone.', 'At the desk:', 'Wait.', 'Take a sledge.', 'A marked one.'].map(
        (text) => `list-item ${text}`,
      ),
    )
  })

  test('old pages part paragraphs by two line breaks, and head them in bold', () => {
    const snapshot = read(
      `<body><font>${one}<br> <BR>${two}<br><br><b>Spring</b><br>${three}<br>A single break is only a space.</font></body>`,
    )
    expect(blocksOf(snapshot)).toEqual([
      ['paragraph', one],
      ['paragraph', two],
      ['heading', 'Spring'],
      ['paragraph', `${three} A single break is only a space.`],
    ])
  })

  test('a table that lays out a page is read cell by cell', () => {
    const layout = `<table role="presentation"><tr><td>${one}</td><td><p>${two}</p><p>${three}</p></td></tr></table>`
    const nested = `<table><tr><td>${one}</td><td><table><tr><td>${two}</td></tr></table></td></tr></table>`
    expect(inner(layout)).toEqual([one, two, three].map((text) => ['paragraph', text]))
    expect(inner(nested)).toEqual([one, two].map((text) => ['paragraph', text]))
  })

  test('lines of code keep their breaks, and lose the numbers beside them', () => {
    expect(
      inner('<pre><span class="line-numbers">1\n2</span><div>let a</div><div>let b<br>let c</div></pre>'),
    ).toEqual([['code', 'let a\nlet b\nlet c']])
  })

  test('exponents stay exponents, footnote marks and edit links go', () => {
    expect(
      inner(`<h2>Depth<span class="mw-editsection">[edit]</span> <a href="#depth">#</a></h2>
        <p>It is 10<sup>6</sup> litres<sup class="reference"><a href="#n3">[3]</a></sup> of water<sup>[citation needed]</sup><a href="#fn1">[1]</a>, and CO<sub>2</sub>.</p>`),
    ).toEqual([
      ['heading', 'Depth'],
      ['paragraph', 'It is 10⁶ litres of water, and CO2.'],
    ])
  })

  test('Japanese keeps no spaces from the markup, and no readings above its characters', () => {
    const line =
      '港は冬になると凍ってしまい、船は三月まで岸につながれたままになる。人々は氷の上を歩いて渡り、荷物を引いていく。'
    const snapshot = read(
      `<html lang="ja"><body><article><p>${line}\n    ${line}</p><p><ruby>港<rp>(</rp><rt>みなと</rt><rp>)</rp></ruby>は凍る。${line}${line}</p><p>${line}<br>　${line}</p></article>`,
    )
    expect(snapshot.text).toBe(`${line}${line}\n\n港は凍る。${line}${line}\n\n${line}\n\n${line}`)
    expect(snapshot.language).toBe('ja')
  })
})

describe('hidden text is never read', () => {
  test.each([
    '<p style="display:none">SECRET</p>',
    '<p style="DISPLAY : NONE !important">SECRET</p>',
    '<div style="visibility:hidden"><p>SECRET</p></div>',
    '<p hidden>SECRET</p>',
    '<p aria-hidden="true">SECRET</p>',
    '<p style="opacity:0">SECRET</p>',
    '<p style="font-size:0px">SECRET</p>',
    '<p style="width:0;height:0">SECRET</p>',
    '<p style="height:1px;overflow:hidden">SECRET</p>',
    '<p style="position:absolute;left:-9999px">SECRET</p>',
    '<p style="text-indent:-999em">SECRET</p>',
    '<p style="clip:rect(0 0 0 0)">SECRET</p>',
    '<p style="clip-path:inset(50%)">SECRET</p>',
    '<p style="transform:scale(0)">SECRET</p>',
    '<p style="color:#fff;background:#FFFFFF">SECRET</p>',
    '<p style="color:white;background-color:rgb(255,255,255)">SECRET</p>',
    '<p style="color:transparent">SECRET</p>',
    '<font color="#fff" bgcolor="#fff">SECRET</font>',
    '<span class="sr-only">SECRET</span>',
    '<template><p>SECRET</p></template>',
    '<noscript><p>SECRET</p></noscript>',
    '<!-- SECRET -->',
    '<script>"SECRET"</script>',
    '<style>SECRET</style>',
    '<textarea>SECRET</textarea>',
    '<img alt="SECRET" src="SECRET.png">',
    '<svg><text>SECRET</text></svg>',
    '<dialog>SECRET</dialog>',
  ])('%s', (hidden) => {
    const { text } = article(
      `<div>${hidden}<p>Seen by everybody who reads on to the middle of the page.</p></div>`,
    )
    expect(text).not.toContain('SECRET')
    expect(text).toContain('Seen by everybody')
  })

  test('what only looks hidden is read', () => {
    const styles = [
      'opacity:0.9',
      'font-size:10px',
      'color:#fff;background:#000',
      'left:0',
      'width:0',
      'overflow:hidden;height:100px',
      'margin:0',
    ]
    for (const style of styles) {
      expect(
        article(`<p style="${style}">Plainly seen by everybody who reads this far.</p>`).text,
        style,
      ).toContain('Plainly seen')
    }
  })

  test('a page that waits for its scripts to show it is read', () => {
    expect(read(`<body style="opacity:0"><main hidden><p>${one}</p><p>${two}</p></main></body>`).text).toBe(
      `${one}\n\n${two}`,
    )
  })
})

describe('what belongs to the page and not to the article is dropped', () => {
  test.each([
    [
      'captions and credits',
      `<figure><img src="a.jpg"><figcaption>A ferry in ice. Getty Images</figcaption></figure><p>Image source, Getty Images</p>`,
    ],
    [
      'share buttons',
      '<div class="social-share"><a href="#">Facebook</a> <a href="#">Mail</a></div><p>Share this article</p>',
    ],
    [
      'newsletter prompts',
      '<div class="newsletter-signup"><p>Get our best stories</p></div><p>Sign up for our weekly newsletter</p>',
    ],
    [
      'related links',
      '<p><a href="/b">Read more: The summer ferry</a></p><h3>Related articles</h3><p><a href="/c">Five things about ice</a></p>',
    ],
    ['advertisements and comment counts', '<p>Advertisement</p><p>12 comments</p><p>Leave a comment</p>'],
    ['navigation', '<nav><a href="/">Home</a></nav><div role="navigation">Sections</div>'],
  ])('%s', (_name, crumbs) => {
    expect(inner(crumbs)).toEqual([])
  })

  test('the title, the authors and the date above the text', () => {
    const snapshot = article('', '<title>Ice in the harbour</title><meta name="author" content="Ann Lee">')
    const repeated = read(
      `<html lang="en"><title>Ice in the harbour</title><meta name="author" content="Ann Lee"><article><h1>Ice in the harbour</h1><p>By Ann Lee, News Desk</p><p>March 5, 2024</p><p>${one}</p><p>${two}</p><p>${three}</p></article>`,
    )
    expect(repeated.text).toBe(snapshot.text)
  })

  test('headings over nothing', () => {
    expect(inner('<h2>Gallery</h2><figure><img></figure><h2>Winter</h2>')).toEqual([['heading', 'Winter']])
  })

  test('sections at the end that only list links, but none that say something', () => {
    const snapshot = read(
      `<article><p>${one}</p><p>${two}</p><h2>Notes</h2><p>${three}</p><h2>External links</h2><ul><li><a href="https://a.example/">A site</a></li><li><a href="https://b.example/">B site</a></li></ul></article>`,
    )
    expect(snapshot.text).toBe(`${one}\n\n${two}\n\nNotes\n\n${three}`)
  })

  test('menus before and after the text', () => {
    const menu = '<p><a href="/a">Today</a> | <a href="/b">Week</a></p>'.repeat(4)
    const snapshot = read(
      `<body><table><tr><td>${menu}<p>${one}</p><p>${two}</p><p>The end</p>${menu}</td></tr></table></body>`,
    )
    expect(snapshot.text).toBe(`${one}\n\n${two}\n\nThe end`)
  })
})
