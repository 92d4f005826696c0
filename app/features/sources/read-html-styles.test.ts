import { describe, expect, test } from 'vitest'
import { article, codeOf, one, read, three, two } from './html-fixture.ts'

const seen = 'Seen by everybody who reads on to the middle of the page.'

/** What is read of a page with these rules and this markup beside a paragraph that is seen. */
const withRules = (css: string, html: string, attributes = '') =>
  article(`<div>${html}<p>${seen}</p></div>`, `<style${attributes}>${css}</style>`).text

describe('text that the page’s own rules hide is never read', () => {
  test.each([
    ['.x{display:none}', '<p class="a x b">SECRET</p>'],
    ['#x{display:none!important}', '<p id="x" style="display:block">SECRET</p>'],
    ['aside{display:none}', '<aside>SECRET</aside>'],
    ['p.x#y{visibility:hidden}', '<p class="x" id="y">SECRET</p>'],
    ['.y,.x , .z{display:none}', '<p class="x">SECRET</p>'],
    ['*.x{opacity:.01}', '<p class="x">SECRET</p>'],
    ['.x{opacity:0%}', '<p class="x">SECRET</p>'],
    ['.x{filter:opacity(0)}', '<p class="x">SECRET</p>'],
    ['.x{font-size:0}', '<p class="x">SECRET <b style="font-size:2em">SECRET</b></p>'],
    ['.x{font-size:1px}', '<p class="x">SECRET</p>'],
    ['.x{font:0/0 a}', '<p class="x">SECRET</p>'],
    ['.x{position:absolute;left:-9999px}', '<p class="x">SECRET</p>'],
    ['.x{margin-left:-9999px}', '<p class="x">SECRET</p>'],
    ['.x{transform:translateX(-200vw)}', '<p class="x">SECRET</p>'],
    ['.x{text-indent:-999em}', '<p class="x">SECRET</p>'],
    ['.x{text-indent:100%;white-space:nowrap;overflow:hidden}', '<p class="x">SECRET</p>'],
    ['.x{height:0;overflow:hidden}', '<p class="x">SECRET</p>'],
    ['.x{clip-path:polygon(0 0, 0 0, 0 0)}', '<p class="x">SECRET</p>'],
    ['.x{color:#fff}', '<p class="x">SECRET</p>'],
    ['.x{color:#fefefe}', '<p class="x">SECRET</p>'],
    ['.x{color:hsl(0 0% 100%)}', '<p class="x">SECRET</p>'],
    ['.x{color:snow}', '<p class="x">SECRET</p>'],
    ['.x{color:rgba(0,0,0,0)}', '<p class="x">SECRET</p>'],
    ['.x{-webkit-text-fill-color:transparent}', '<p class="x">SECRET</p>'],
    ['div{background:#102030} .x{color:#112131}', '<p class="x">SECRET</p>'],
    ['body{background:black} .x{color:black}', '<p class="x">SECRET</p>'],
    ['@media screen{.x{display:none}}', '<p class="x">SECRET</p>'],
    ['@media (min-width:600px){.x{display:none}}', '<p class="x">SECRET</p>'],
    ['@supports (display:grid){.x{display:none}}', '<p class="x">SECRET</p>'],
    ['@layer base{@media all{.x{display:none}}}', '<p class="x">SECRET</p>'],
    ['div .x{display:none}', '<section><p class="x">SECRET</p></section>'],
    ['div > section > .x{display:none}', '<section><p class="x">SECRET</p></section>'],
    ['[data-note="a"]{display:none}', '<p data-note="a">SECRET</p>'],
    ['.w\\:x{display:none}', '<p class="w:x">SECRET</p>'],
    ['.x{display:block}.x{display:none}', '<p class="x">SECRET</p>'],
    ['#x{display:none} p{display:block}', '<p id="x">SECRET</p>'],
    ['/* .x{} */.q{content:"}"}.x{display:none', '<p class="x">SECRET</p>'],
    ['.x:hover{display:block}.x{display:none}', '<p class="x">SECRET</p>'],
    ['<!-- .x{display:none} -->', '<p class="x">SECRET</p>'],
  ])('%s', (css, html) => {
    const text = withRules(css, html)
    expect(text).not.toContain('SECRET')
    expect(text).toContain(seen)
  })

  test('also when they stand at the page’s end, or in several sheets', () => {
    const html = `<article><p class="x">SECRET</p><p>${one}</p><p>${two}</p></article>`
    const sheets = '<style>.y{color:red}</style><STYLE media="all">.x{display:none}</STYLE >'
    expect(read(`${html}${sheets}`).text).toBe(`${one}\n\n${two}`)
  })

  test('and the attributes of old pages hide text as well', () => {
    expect(withRules('', '<table bgcolor="#FFFFFF"><tr><td><font color=white>SECRET</font>')).not.toContain(
      'SECRET',
    )
  })
})

describe('text that only looks hidden is read', () => {
  test.each([
    ['.x{display:none}', '<p class="X">OPEN</p>'],
    ['.x{display:none}.x{display:block}', '<p class="x">OPEN</p>'],
    ['.x{display:none}', '<p class="x" style="display:block">OPEN</p>'],
    ['p.x{display:block}.x{display:none}', '<p class="x">OPEN</p>'],
    ['.x{display:block!important}.x{display:none}', '<p class="x">OPEN</p>'],
    ['@media print{.x{display:none}}', '<p class="x">OPEN</p>'],
    ['@media (max-width:600px){.x{display:none}}', '<p class="x">OPEN</p>'],
    ['@media (prefers-color-scheme: dark){.x{color:#fff}}', '<p class="x">OPEN</p>'],
    ['@supports not (display:grid){.x{display:none}}', '<p class="x">OPEN</p>'],
    ['@font-face{font-family:x;src:url(a.woff)}', '<p class="x">OPEN</p>'],
    ['.x::before{display:none}.x:empty{display:none}', '<p class="x">OPEN</p>'],
    ['.y .x{display:none} .y > .x{display:none}', '<p class="x">OPEN</p>'],
    ['.x{opacity:.9}', '<p class="x">OPEN</p>'],
    ['.x{font-size:0} .x b{font-size:16px}', '<p class="x"><b>OPEN</b></p>'],
    ['.x{visibility:hidden} .x b{visibility:visible}', '<p class="x"><b>OPEN</b></p>'],
    ['.x{background:#000;color:#fff}', '<p class="x">OPEN</p>'],
    ['.x{background:url(sky.jpg) #fff;color:#fff}', '<p class="x">OPEN</p>'],
    [
      '.x{background:linear-gradient(red,blue);background-clip:text;color:transparent}',
      '<p class="x">OPEN</p>',
    ],
    ['.x{color:#ddd}', '<p class="x">OPEN</p>'],
    ['.x{color:var(--ink)}', '<p class="x">OPEN</p>'],
    ['.x{margin-top:-100px;left:-20px}', '<p class="x">OPEN</p>'],
    ['.x{overflow:hidden;height:4em}', '<p class="x">OPEN</p>'],
  ])('%s', (css, html) => {
    expect(withRules(css, html)).toContain('OPEN')
  })

  test('because its sheet is for paper, or for readers without scripts', () => {
    expect(withRules('.x{display:none}', '<p class="x">OPEN</p>', ' media="print"')).toContain('OPEN')
    const noscript =
      '<noscript><style>.x{display:none}</style></noscript><script>"<style>.x{display:none}</style>"</script>'
    expect(article(`<p class="x">OPEN</p><p>${seen}</p>`, noscript).text).toContain('OPEN')
  })

  test('because a linked sheet may colour what is behind it', () => {
    const linked = '<link rel="stylesheet" href="a.css"><style>.x{color:#fff}</style>'
    expect(article(`<p class="x">OPEN</p><p>${seen}</p>`, linked).text).toContain('OPEN')
  })

  test('because the page waits for its scripts to show all of it', () => {
    const veiled = `<style>.page{visibility:hidden}</style><div class="page"><p>${one}</p><p>${two}</p><p>${three}</p><p>${one} ${two} ${three}</p></div>`
    expect(read(veiled).text).toContain(`${one}\n\n${two}`)
  })
})

// The time limit only ends a run that hangs; a busy machine may need long for these.
describe('hostile sheets', { timeout: 60_000 }, () => {
  test.each([
    ['unclosed comments', '/*'.repeat(1_000_000)],
    ['unclosed blocks', 'a{'.repeat(1_000_000)],
    ['unclosed strings', '"\n'.repeat(1_000_000)],
    ['long selectors', `${'a>'.repeat(1_000_000)}b{display:none}`],
    ['long lists', `${'.a '.repeat(500_000)},p{color:red}`],
    ['long values', `p{color:rgb(${'1,'.repeat(1_000_000)})}`],
  ])('%s are passed over', (_name, css) => {
    expect(withRules(css, '')).toContain(seen)
  })

  test('style elements that never end, and a million of them', () => {
    expect(article('', '<style></style>'.repeat(30_000)).text).toContain(one)
    expect(codeOf(`<p>${one} ${two}</p>${'<style '.repeat(500_000)}`)).toBe('page-too-complex')
    expect(codeOf(`<p>${one} ${two}</p>${'<style>'.repeat(500_000)}`)).toBe('read')
    expect(codeOf(`<p>${one} ${two}</p>${'<!--'.repeat(500_000)}`)).toBe('read')
  })

  test('more rules than anybody needs are refused', () => {
    expect(codeOf(`<style>${'p{color:red}'.repeat(30_000)}</style><p>${one}`)).toBe('page-too-complex')
    expect(codeOf(`<style>${'i p{color:red}'.repeat(19_000)}</style>${'<p></p>'.repeat(2_000)}`)).toBe(
      'page-too-complex',
    )
  })

  test('deep pages with rules about descendants are read', () => {
    const css = `${'div '.repeat(11)}.x{display:none}`
    expect(read(`<style>${css}</style>${'<div>'.repeat(200)}<p>${one}</p><p>${two}</p>`).text).toBe(
      `${one}\n\n${two}`,
    )
  })
})
