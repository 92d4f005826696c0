import { describe, expect, test } from 'vitest'
import { isoDate } from '../iso-date.ts'
import { cleanByline } from './byline.ts'
import { readJsonLd } from './json-ld.ts'
import { chooseTitle, stripSiteName } from './title.ts'

test.each([
  ['By Ann Lee', 'Ann Lee'],
  ['Von Anna Müller', 'Anna Müller'],
  ['Written by Ann Lee\n  Edited by Bob Ray', 'Ann Lee'],
  ['By Ann Lee and Bob Ray', 'Ann Lee, Bob Ray'],
  ['Ann Lee, Bob Ray & Cy Doe', 'Ann Lee, Bob Ray, Cy Doe'],
  ['Simon and Schuster', 'Simon and Schuster'],
  ['BBC News', 'BBC News'],
  ['By Ann Lee March 25, 2015', 'Ann Lee'],
  ['Ann Lee @ann · 5 min read · 12 March 2024', 'Ann Lee'],
  ['Posted by Sam on March 3, 2020 at 10:00 am', 'Sam'],
  ['April Smith', 'April Smith'],
  ['https://social.example.com/ann', null],
  ['admin', null],
  ['2024-03-05', null],
  ['', null],
])('byline %j is %j', (written, byline) => {
  expect(cleanByline([written])).toBe(byline)
})

test('several bylines are joined, each name once', () => {
  expect(cleanByline(['Ann Lee', 'By ann lee', 'Bob Ray'])).toBe('Ann Lee, Bob Ray')
})

describe('titles', () => {
  const hints = { siteName: 'BBC News', host: 'www.example.com', headings: [] }
  test.each([
    ['Ice again | BBC News', 'Ice again'],
    ['Ice again - BBC News', 'Ice again'],
    ['BBC News - Ice again', 'Ice again'],
    ['Ice again – example.com', 'Ice again'],
    ['Ice again [Example]', 'Ice again'],
    ['Ice again | News | Example', 'Ice again | News'],
    ['Ice - and snow', 'Ice - and snow'],
    ['On the web: ice', 'On the web: ice'],
    ['BBC News', 'BBC News'],
  ])('%j without its site is %j', (title, stripped) => {
    expect(stripSiteName(title, hints)).toBe(stripped)
  })

  test('a heading within the title is the title', () => {
    expect(
      chooseTitle([null, 'The ice is back – Winter – Harbour guide'], {
        ...hints,
        headings: ['The ice is back'],
      }),
    ).toBe('The ice is back')
    expect(chooseTitle(['', null], { ...hints, headings: ['Only a heading'] })).toBe('Only a heading')
    expect(chooseTitle([], hints)).toBeNull()
  })
})

test.each([
  ['2024-03-05', '2024-03-05'],
  ['2024-03', '2024-03'],
  ['2024-03-05T10:00:00+0100', '2024-03-05T10:00:00+01:00'],
  ['2024-03-05 10:00', '2024-03-05T10:00'],
  ['2024/3/5', '2024-03-05'],
  ['March 25, 2015', '2015-03-25'],
  ['Tue, 24 Mar 2015 10:00:00 GMT', '2015-03-24T10:00:00Z'],
  ['2024-02-31', null],
  ['1/2/2024', null],
  ['yesterday', null],
  ['', null],
])('date %j is %j', (written, date) => {
  expect(isoDate(written)).toBe(date)
})

test('JSON-LD is found in comments and CDATA, with plain strings and main entities', () => {
  expect(readJsonLd(['<!-- {"@type":"BlogPosting","headline":"Ice","author":"Ann Lee"} -->'])).toMatchObject({
    headline: 'Ice',
    authors: ['Ann Lee'],
  })
  expect(
    readJsonLd([
      '//<![CDATA[\n{"@type":"WebPage","datePublished":"2024","mainEntity":{"@type":"Article","name":["Ice"],"publisher":{"name":"Times"},"author":{"name":["A B","C D"]}}}\n//]]>',
    ]),
  ).toEqual({
    headline: 'Ice',
    authors: ['A B', 'C D'],
    publishedAt: '2024',
    publisher: 'Times',
    language: null,
    siteName: null,
    isFree: null,
    words: null,
  })
  expect(readJsonLd(['null', '3', '"x"', '[[]]'])).toMatchObject({ headline: null, authors: [] })
})
