import { describe, expect, test } from 'vitest'
import { parseRobots, permits } from './robots-rules.ts'

const may = (robots: string, path: string) =>
  permits(parseRobots(robots, 'Threadr'), new URL(path, 'https://example.com'))
const everybody = (rules: string) => `User-agent: *\n${rules}`

describe('who a robots.txt speaks to', () => {
  test.each([
    ['an empty file', ''],
    ['a page in its place', '<!doctype html><title>Not here</title>'],
    ['rules before any name', 'Disallow: /'],
    ['rules for others', 'User-agent: OtherBot\nDisallow: /'],
    ['an empty Disallow', everybody('Disallow:')],
    ['a longer name that begins alike', 'User-agent: ThreadrPlus-X\nDisallow: /'],
  ])('%s keeps nobody away', (_what, robots) => {
    expect(may(robots, '/post')).toBe(true)
  })

  test.each([
    ['everybody', everybody('Disallow: /')],
    ['Threadr by name', 'User-agent: Threadr\nDisallow: /'],
    ['Threadr in another case, with a version', 'USER-AGENT : threadr/2.0 # us\nDISALLOW : / # all of it'],
    ['several at once', 'User-agent: OtherBot\nUser-agent: Threadr\n\nDisallow: /'],
    [
      'several at once with something else between',
      'User-agent: Threadr\nSitemap: /s.xml\nUser-agent: B\nDisallow: /',
    ],
    ['with the line ends of old Macs', 'User-agent: *\rDisallow: /'],
    ['after a byte order mark', '\uFEFFUser-agent: *\r\nDisallow: /'],
  ])('%s is kept away', (_what, robots) => {
    expect(may(robots, '/post')).toBe(false)
  })

  test('its own rules take the place of everybody’s, wherever they stand', () => {
    expect(may('User-agent: Threadr\nAllow: /a\n\nUser-agent: *\nDisallow: /', '/b')).toBe(true)
    expect(may('User-agent: *\nDisallow: /\n\nUser-agent: Threadr\nDisallow: /private', '/b')).toBe(true)
    expect(may('User-agent: Threadr\n\nUser-agent: *\nDisallow: /x', '/x')).toBe(false)
  })

  test('several groups of one name count together', () => {
    const robots =
      'User-agent: Threadr\nDisallow: /a\n\nUser-agent: B\nDisallow: /\n\nUser-agent: threadr\nDisallow: /c'
    expect([may(robots, '/a'), may(robots, '/b'), may(robots, '/c')]).toEqual([false, true, false])
  })
})

describe('which pages a rule is about', () => {
  test.each([
    ['/', '/anything', false],
    ['/fish', '/fish', false],
    ['/fish', '/fishheads/yummy.html', false],
    ['/fish', '/Fish', true],
    ['/fish', '/catfish', true],
    ['/fish/', '/fish', true],
    ['/fish*', '/fish.html', false],
    ['/*.php', '/folder/file.php?x=1', false],
    ['/*.php', '/windows.PHP', true],
    ['/*.php$', '/file.php', false],
    ['/*.php$', '/file.php?x=1', true],
    ['/*.php$', '/file.php.php', false],
    ['/fish*.php', '/fishheads/catfish.php?x', false],
    ['/a*b*c$', '/abbc', false],
    ['/a*b*c$', '/acb', true],
    ['/ab*bc$', '/abc', true],
    ['/post$', '/post', false],
    ['/post$', '/posts', true],
    ['*', '/anything', false],
    ['*/print', '/a/print', false],
    ['/*?share=', '/a?share=1', false],
    ['/?', '/?q=1', false],
    ['post', '/post', true],
    ['/**/x', '/a/x', false],
  ])('Disallow: %s leaves %s open: %s', (pattern, path, open) => {
    expect(may(everybody(`Disallow: ${pattern}`), path)).toBe(open)
  })

  test.each([
    ['/foo/bar/ツ', '/foo/bar/%E3%83%84', false],
    ['/foo/bar/%E3%83%84', '/foo/bar/ツ', false],
    ['/foo/bar/%62%61%7A', '/foo/bar/baz', false],
    ['/foo/bar/baz', '/foo/bar/%62%61%7a', false],
    ['/a%2fb', '/a%2Fb', false],
    ['/a%2fb', '/a/b', true],
    ['/file-with-a-%2A.html', '/file-with-a-*.html', false],
    ['/path/foo-%24', '/path/foo-$', false],
    ['/a$b', '/a$bc', false],
    ['/\uD800', '/x', true],
  ])('Disallow: %s and the address %s are compared in one spelling: open %s', (pattern, path, open) => {
    expect(may(everybody(`Disallow: ${pattern}`), path)).toBe(open)
  })

  test('the longest rule decides, and Allow where two are as long', () => {
    const rules = everybody('Disallow: /shop\nAllow: /shop/open\nDisallow: /shop/open/secret')
    expect([may(rules, '/shop/x'), may(rules, '/shop/open/x'), may(rules, '/shop/open/secret')]).toEqual([
      false,
      true,
      false,
    ])
    expect(may(everybody('Disallow: /page\nAllow: /page'), '/page')).toBe(true)
    expect(may(everybody('Allow: /page\nDisallow: /page'), '/page')).toBe(true)
    expect(may(everybody('Allow: /\nDisallow: /*.html'), '/a.html')).toBe(false)
  })

  test('robots.txt itself is always open', () => {
    expect(may(everybody('Disallow: /'), '/robots.txt')).toBe(true)
  })
})

test('half a megabyte of rules is judged without getting stuck', { timeout: 60_000 }, () => {
  const rules = everybody('Disallow: /*a*a*a*a*a*a*a*a*a*a*a*a*b$\n'.repeat(14_000))
  expect(may(rules, `/${'a'.repeat(4_000)}`)).toBe(true)
})
