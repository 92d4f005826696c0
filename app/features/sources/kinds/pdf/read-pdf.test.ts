import { degrees } from 'pdf-lib'
import { describe, expect, test } from 'vitest'
import { drawn, passages, read, texts, wrapped, write } from './pdf-fixture.ts'

const ice =
  'The harbour freezes in most winters, and the ferry then lies at its berth until the ice breaks up in March. People cross on foot, pulling sledges with what they need, and a row of fir branches in the snow marks the way.'
const spring =
  'In spring the branches float away, and for a week or so nobody gets across at all, whatever they pay. The older people tell of winters when horses crossed, and of one when a whole wagon went through.'

describe('paragraphs are put together from lines', () => {
  test('by the space between them', async () => {
    const bytes = await drawn((page, { serif }) => {
      const y = write(page, wrapped(ice, serif, 400), { y: 780, font: serif })
      write(page, wrapped(spring, serif, 400), { y: y - 10, font: serif })
    })
    expect(passages(await read(bytes))).toEqual([
      ['paragraph', ice],
      ['paragraph', spring],
    ])
  })

  test('by indents, first-line and hanging', async () => {
    const bytes = await drawn((page, { serif }) => {
      const [first = '', ...rest] = wrapped(ice, serif, 380)
      let y = write(page, wrapped(spring, serif, 400), { y: 780, font: serif })
      y = write(page, [first], { y, x: 76, font: serif })
      y = write(page, rest, { y, font: serif })
      const [hanging = '', ...hung] = wrapped(spring, serif, 380)
      y = write(page, [hanging], { y: y - 10, font: serif })
      write(page, hung, { y, x: 80, font: serif })
    })
    expect(texts(await read(bytes))).toEqual([spring, ice, spring])
  })

  test('by lines that end before they are full', async () => {
    const bytes = await drawn((page, { serif }) => {
      const y = write(page, wrapped(ice, serif, 300), { y: 780, font: serif })
      write(page, wrapped(spring, serif, 300), { y, font: serif })
    })
    expect(texts(await read(bytes))).toEqual([ice, spring])
  })

  test('over the end of a page, and past the notes at its foot', async () => {
    const bytes = await drawn(
      (page, { serif }) => {
        write(page, wrapped(ice, serif, 400).slice(0, 2), { y: 120, font: serif })
        write(page, ['It froze in 1963 as well.'], { y: 80, size: 8, font: serif })
      },
      (page, { serif }) => {
        write(page, wrapped(ice, serif, 400).slice(2), { y: 780, font: serif })
      },
    )
    expect(texts(await read(bytes)).toSorted()).toEqual([ice, 'It froze in 1963 as well.'].toSorted())
  })

  test('with hyphens at line ends joined, and those of compounds kept', async () => {
    const bytes = await drawn((page, { serif }) => {
      write(
        page,
        [
          'The fer-',
          'ryman is a well-known man, and a well-',
          'known man is a jack-of-',
          'all-trades in the NA-',
          'TION.',
        ],
        { y: 780, font: serif },
      )
    })
    expect((await read(bytes)).text).toBe(
      'The ferryman is a well-known man, and a well-known man is a jack-of-all-trades in the NATION.',
    )
  })
})

describe('what is no paragraph is told apart', () => {
  test('headings, with levels by their size', async () => {
    const bytes = await drawn((page, { serif, bold }) => {
      write(page, ['Winter crossings'], { y: 780, size: 24, font: bold })
      write(page, ['How the ice is read'], { y: 740, size: 16, font: bold })
      const y = write(page, wrapped(ice, serif, 400), { y: 715, font: serif })
      write(page, ['When it breaks'], { y: y - 14, font: bold })
      write(page, wrapped(spring, serif, 400), { y: y - 34, font: serif })
    })
    const snapshot = await read(bytes)
    expect(passages(snapshot)).toEqual([
      ['heading1', 'Winter crossings'],
      ['heading2', 'How the ice is read'],
      ['paragraph', ice],
      ['heading3', 'When it breaks'],
      ['paragraph', spring],
    ])
    expect(snapshot.title).toBe('Winter crossings')
  })

  test('lists, without the signs before their items', async () => {
    const bytes = await drawn((page, { serif }) => {
      const y = write(page, wrapped(ice, serif, 400), { y: 780, font: serif })
      write(page, ['\u2022 a sledge'], { y: y - 6, x: 70, font: serif })
      write(page, ['\u2022 a rope that is long enough to reach'], { y: y - 20, x: 70, font: serif })
      write(page, ['from one bank to the other'], { y: y - 34, x: 78, font: serif })
      write(page, ['\u2022 boots'], { y: y - 48, x: 70, font: serif })
    })
    expect(passages(await read(bytes)).slice(1)).toEqual([
      ['list-item', 'a sledge'],
      ['list-item', 'a rope that is long enough to reach from one bank to the other'],
      ['list-item', 'boots'],
    ])
  })

  test('tables, a line a row', async () => {
    const bytes = await drawn((page, { serif }) => {
      const y = write(page, wrapped(ice, serif, 400), { y: 780, font: serif })
      for (const [index, cells] of [
        ['Port', 'Days'],
        ['Lulea', '120'],
        ['Oulu', '131'],
      ].entries())
        for (const [column, cell] of cells.entries())
          page.drawText(cell, { x: 60 + column * 150, y: y - 20 - index * 16, size: 11, font: serif })
    })
    expect(passages(await read(bytes)).at(-1)).toEqual(['table', 'Port · Days\nLulea · 120\nOulu · 131'])
  })

  test('marks of notes go, exponents stay', async () => {
    const bytes = await drawn((page, { serif }) => {
      page.drawText('It covers 40 km', { x: 60, y: 700, size: 12, font: serif })
      const x = 60 + serif.widthOfTextAtSize('It covers 40 km', 12)
      page.drawText('2', { x, y: 705, size: 7, font: serif })
      page.drawText('of ice.', { x: x + 7, y: 700, size: 12, font: serif })
      page.drawText('14', { x: x + 7 + serif.widthOfTextAtSize('of ice.', 12), y: 705, size: 7, font: serif })
    })
    expect((await read(bytes)).text).toBe('It covers 40 km² of ice.')
  })
})

describe('pages are read as people read them', () => {
  test('two columns one after the other, below a title that crosses them', async () => {
    const long = `${ice} ${spring}`
    const bytes = await drawn((page, { serif, bold }) => {
      write(page, ['A study of the ice between the harbour and the islands'], {
        y: 780,
        size: 18,
        font: bold,
      })
      write(page, wrapped(long, serif, 220), { y: 740, font: serif })
      write(page, wrapped(`${spring} ${ice}`, serif, 220), { y: 740, x: 310, font: serif })
    })
    expect(texts(await read(bytes))).toEqual([
      'A study of the ice between the harbour and the islands',
      long,
      `${spring} ${ice}`,
    ])
  })

  test('without what stands on every page', async () => {
    const chapter = ['Of ice', 'Of ice', 'Of spring', 'Of spring']
    const body = [ice, spring, `${spring} ${ice}`, `Then ${ice}`]
    const bytes = await drawn(
      ...chapter.map(
        (title, index) =>
          (page: Parameters<typeof write>[0], { serif }: { serif: Parameters<typeof wrapped>[1] }) => {
            write(page, [`${title}  ${index + 17}`], { y: 810, size: 9, font: serif })
            write(page, wrapped(body[index] ?? '', serif, 400), { y: 760, font: serif })
            write(page, ['Journal of Winters, vol. 3'], { y: 30, size: 8, font: serif })
          },
      ),
    )
    expect(texts(await read(bytes))).toEqual(body)
  })

  test('on a page that lies on its side', async () => {
    const bytes = await drawn((page, { serif }) => {
      page.drawText(ice.slice(0, 80), { x: 100, y: 60, size: 11, font: serif, rotate: degrees(90) })
      page.drawText(ice.slice(80, 160), { x: 114, y: 60, size: 11, font: serif, rotate: degrees(90) })
    })
    expect((await read(bytes)).text.replace(/\s/g, '')).toBe(ice.slice(0, 160).replace(/\s/g, ''))
  })

  test('without what lies off the page, askew or too small to read', async () => {
    const bytes = await drawn((page, { serif }) => {
      write(page, wrapped(ice, serif, 400), { y: 780, font: serif })
      page.drawText('off the page', { x: 700, y: 400, size: 11, font: serif })
      page.drawText('tiny', { x: 60, y: 400, size: 1, font: serif })
      page.drawText('DRAFT', { x: 200, y: 300, size: 60, font: serif, rotate: degrees(45) })
    })
    expect((await read(bytes)).text).toBe(ice)
  })
})

describe('a PDF says what it is', () => {
  test('title, author, date and language', async () => {
    const bytes = await drawn((page, { serif }, document) => {
      document.setTitle('Winter crossings')
      document.setAuthor('Ann Berg and Olav Lie')
      document.setCreationDate(new Date('2024-03-09T10:20:30Z'))
      document.setLanguage('en-GB')
      write(page, wrapped(ice, serif, 400), { y: 780, font: serif })
    })
    expect(await read(bytes)).toMatchObject({
      kind: 'pdf',
      title: 'Winter crossings',
      byline: 'Ann Berg, Olav Lie',
      publishedAt: '2024-03-09T10:20:30Z',
      language: 'en-GB',
      quality: { score: 100, doubt: null },
    })
  })

  test.each(['Microsoft Word - report_final.docx', 'untitled', 'scan_0012', 'thesis.dvi'])(
    'a title that a program wrote (%s) is none',
    async (title) => {
      const bytes = await drawn((page, { serif, bold }, document) => {
        document.setTitle(title)
        document.setAuthor('aberg')
        write(page, ['On winter crossings'], { y: 800, size: 20, font: bold })
        write(page, wrapped(ice, serif, 400), { y: 770, font: serif })
      })
      expect(await read(bytes)).toMatchObject({ title: 'On winter crossings', byline: null })
    },
  )
})
