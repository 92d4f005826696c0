import { describe, expect, test } from 'vitest'
import { checkerFor } from './checker-for.ts'

type Row = [language: 'en' | 'de' | 'es' | 'ja', source: string, tweet: string]

const verdictOf = async ([language, source, tweet]: Row) =>
  (await checkerFor({ text: source, language }))({ text: tweet }).verdict

describe('what is retold is backed', () => {
  test.each<Row>([
    [
      'en',
      '“I would rather apologise for nine weeks than explain an accident for the rest of my life,” she told the meeting.',
      '"I would rather apologise for nine weeks than explain an accident for the rest of my life."',
    ],
    [
      'en',
      '“I would rather apologise for nine weeks than explain an accident for the rest of my life,” she told the meeting.',
      "'I would rather apologise for nine weeks than explain an accident for the rest of my life.'",
    ],
    [
      'en',
      '“I would rather apologise for nine weeks than explain an accident for the rest of my life,” she told the meeting.',
      '“I would rather apologise for nine weeks … for the rest of my life.”',
    ],
    [
      'en',
      '“I would rather apologise for nine weeks than explain an accident for the rest of my life,” she told the meeting.',
      '“I would rather apologise for nine weeks than explain an accident […]”',
    ],
    [
      'en',
      '“I would rather apologise for nine weeks than explain an accident for the rest of my life,” she told the meeting.',
      '“[She] would rather apologise for nine weeks than explain an accident.”',
    ],
    [
      'en',
      '“I would rather apologise for nine weeks than explain an accident for the rest of my life,” she told the meeting.',
      'She would “rather apologise for nine weeks” than explain an accident.',
    ],
    [
      'en',
      '“I would rather apologise for nine weeks than explain an accident for the rest of my life,” Ruth Penhale told the meeting. Colin Tresize voted against the plan.',
      'Ruth Penhale: “I would rather apologise for nine weeks than explain an accident for the rest of my life.”',
    ],
    [
      'en',
      '“I would rather apologise for nine weeks than explain an accident for the rest of my life,” Ruth Penhale told the meeting. Colin Tresize voted against the plan.',
      '“I would rather apologise for nine weeks than explain an accident for the rest of my life.” — Ruth Penhale',
    ],
    ['en', '“We did it,” she said. “We really did it.”', '“We did it. We really did it,” she said.'],
    ['en', 'He said the plan was mad.', 'He said the plan was “mad”.'],
    ['en', 'The so-called super pier opened.', 'The “super pier” opened.'],
    ['en', 'The film "The Long Way" opened on Friday.', '“The Long Way” opened on Friday.'],
    ['en', "It's a 'once in a lifetime' chance, he said.", 'It’s a “once in a lifetime” chance, he said.'],
    [
      'en',
      'The ferry will stop running for nine weeks this winter.',
      'This winter the ferry stops running: nine weeks.',
    ],
    [
      'en',
      'The ferry will stop running for nine weeks this winter.',
      'The ferry will stop running. Nine weeks. This winter.',
    ],
    [
      'en',
      'The ferry will stop running for nine weeks this winter.',
      'THE FERRY WILL STOP RUNNING FOR NINE WEEKS THIS WINTER.',
    ],
    [
      'en',
      'The ferry will stop running for nine weeks this winter.',
      'the ferry will stop running for nine weeks this winter',
    ],
    [
      'en',
      'The ferry will stop running for nine weeks this winter.',
      'The ferry will stop running for *nine weeks* this winter.',
    ],
    [
      'en',
      'The ferry will stop running for nine weeks this winter. It carries 640 people.',
      '• The ferry will stop running for nine weeks\n• It carries 640 people',
    ],
    [
      'en',
      'The ferry will stop running for nine weeks this winter. It carries 640 people.',
      'The ferry will stop running for nine weeks this winter;\nit carries 640 people',
    ],
    [
      'en',
      'The ferry will stop running for nine weeks this winter.',
      'The ferry is going to stop for nine weeks this winter.',
    ],
    [
      'en',
      'The ferry will stop running for nine weeks this winter.',
      'The ferry won’t run for nine weeks this winter.',
    ],
    ['en', 'The ferry will stop running for nine weeks this winter.', 'No ferry for nine weeks this winter.'],
    ['en', 'She doesn’t regret it.', 'She does not regret it.'],
    ['en', 'She isn’t going to sell.', 'She’s not going to sell.'],
    ['en', 'Nobody was hurt.', 'There were no injuries.'],
    ['en', 'The firm, which is based in Oslo, makes pumps.', 'The Oslo-based firm makes pumps.'],
    ['en', 'The UN warned of a famine.', 'The United Nations warned of a famine.'],
    ['en', 'The EU fined Google €2.4bn.', 'Google was fined €2.4bn by the EU.'],
    ['en', 'Smith beat Jones in the final.', 'Jones lost to Smith in the final.'],
    ['de', '„Wir haben es geschafft“, sagte sie. „Wirklich.“', '„Wir haben es geschafft. Wirklich.“'],
    ['de', 'Die Firma verkaufte das Werk an Lunde.', 'Lunde kaufte das Werk von der Firma.'],
    ['de', 'Der Hund biss den Mann.', 'Der Mann wurde vom Hund gebissen.'],
    ['de', 'Der Hund biss den Mann.', 'Den Mann biss der Hund.'],
    ['de', 'Die Stadt hat den Bau nicht genehmigt.', 'Die Stadt genehmigte den Bau nicht.'],
    ['de', 'Die Stadt hat den Bau abgelehnt.', 'Die Stadt hat den Bau nicht genehmigt.'],
    ['de', 'Niemand wurde verletzt.', 'Es gab keine Verletzten.'],
    [
      'de',
      'Der Umsatz stieg um 6,8 Prozent auf 482 Millionen Euro.',
      'Umsatzplus: 6,8 Prozent auf 482 Millionen Euro.',
    ],
    ['de', 'Anna Berg leitet das Institut seit 2010.', 'Seit 2010 leitet Anna Berg das Institut.'],
    ['de', 'Anna Berg leitet das Institut seit 2010.', 'Institutsleiterin ist seit 2010 Anna Berg.'],
    ['de', 'Die Fähre fährt nur im Sommer.', 'Im Winter fährt die Fähre nicht.'],
    ['es', 'La empresa vendió la planta a Lunde.', 'Lunde compró la planta a la empresa.'],
    ['es', 'El perro mordió al hombre.', 'El hombre fue mordido por el perro.'],
    ['es', 'Al hombre lo mordió el perro.', 'El perro mordió al hombre.'],
    ['es', 'Nadie resultó herido.', 'No hubo heridos.'],
    ['es', 'El ayuntamiento no aprobó la obra.', 'El ayuntamiento rechazó la obra.'],
    ['es', 'Ana Ruiz dirige el instituto desde 2010.', 'Desde 2010, Ana Ruiz dirige el instituto.'],
    ['es', '«Lo logramos», dijo. «De verdad lo logramos».', '«Lo logramos. De verdad lo logramos».'],
    ['ja', '会社は工場をルンデに売却した。', 'ルンデは会社から工場を買った。'],
    ['ja', '犬が男をかんだ。', '男が犬にかまれた。'],
    ['ja', 'けが人はいなかった。', 'けが人はなかった。'],
    ['ja', '市は工事を認めなかった。', '市は工事を却下した。'],
    ['ja', '田中さんは2010年から研究所を率いている。', '2010年から研究所を率いるのは田中さんだ。'],
    ['en', 'The firm sold the plant to Lunde.', 'Lunde bought the plant from the firm.'],
    [
      'en',
      'Ann Berg has led the institute since 2010.',
      'The institute has been led by Ann Berg since 2010.',
    ],
    ['en', 'The city rejected the building.', 'The city did not approve the building.'],
    ['en', 'He first called the police and then his wife.', 'He called his wife after calling the police.'],
  ])('%s: %s %s', async (...row) => {
    expect(await verdictOf(row)).toBe('supported')
  })
})

describe('what is turned round is not', () => {
  test.each<Row>([
    [
      'en',
      '“I would rather apologise for nine weeks than explain an accident for the rest of my life,” she told the meeting.',
      '“I would rather apologise for nine weeks than explain a delay for the rest of my life.”',
    ],
    [
      'en',
      '“I would rather apologise for nine weeks than explain an accident for the rest of my life,” Ruth Penhale told the meeting. Colin Tresize voted against the plan.',
      'Colin Tresize: “I would rather apologise for nine weeks than explain an accident for the rest of my life.”',
    ],
    [
      'en',
      'The ferry will stop running for nine weeks this winter. It carries 640 people.',
      '- The ferry will stop running for nine weeks\n- It carries 460 people',
    ],
    ['en', 'The ferry won’t run for nine weeks.', 'The ferry will run for nine weeks.'],
    ['en', 'She does not regret it.', 'She regrets it.'],
    ['en', 'Nobody was hurt.', 'Several people were hurt.'],
    ['en', 'All members agreed.', 'Not all members agreed.'],
    ['en', 'The EU fined Google €2.4bn.', 'The EU was fined €2.4bn by Google.'],
    ['en', 'Smith beat Jones in the final.', 'Jones beat Smith in the final.'],
    ['de', 'Die Firma verkaufte das Werk an Lunde.', 'Lunde verkaufte das Werk an die Firma.'],
    ['de', 'Der Hund biss den Mann.', 'Den Hund biss der Mann.'],
    ['de', 'Die Stadt hat den Bau nicht genehmigt.', 'Die Stadt hat den Bau genehmigt.'],
    ['de', 'Niemand wurde verletzt.', 'Mehrere Menschen wurden verletzt.'],
    [
      'de',
      'Der Umsatz stieg um 6,8 Prozent auf 482 Millionen Euro.',
      'Der Umsatz stieg von 6,8 auf 482 Millionen Euro.',
    ],
    ['de', 'Anna Berg leitet das Institut seit 2010.', 'Anna Berg leitete das Institut bis 2010.'],
    [
      'de',
      'Im Westen regnete es, im Osten schien die Sonne.',
      'Im Osten regnete es, im Westen schien die Sonne.',
    ],
    ['es', 'La empresa vendió la planta a Lunde.', 'Lunde vendió la planta a la empresa.'],
    ['es', 'El perro mordió al hombre.', 'El hombre mordió al perro.'],
    ['es', 'El ayuntamiento no aprobó la obra.', 'El ayuntamiento aprobó la obra.'],
    ['es', 'En el oeste llovió y en el este hizo sol.', 'En el este llovió y en el oeste hizo sol.'],
    ['es', 'Ana Ruiz dirige el instituto desde 2010.', 'Ana Ruiz dirigió el instituto hasta 2010.'],
    ['es', 'Solo los socios pueden votar.', 'Todos pueden votar.'],
    ['ja', '会社は工場をルンデに売却した。', 'ルンデは工場を会社に売却した。'],
    ['ja', '犬が男をかんだ。', '男が犬をかんだ。'],
    ['ja', '市は工事を認めなかった。', '市は工事を認めた。'],
    ['ja', '西では雨が降り、東では晴れた。', '東では雨が降り、西では晴れた。'],
    ['ja', '田中さんは2010年から研究所を率いている。', '田中さんは2010年まで研究所を率いた。'],
    [
      'en',
      'In the west it rained, in the east the sun shone.',
      'In the east it rained, in the west the sun shone.',
    ],
    ['en', 'The firm sold the plant to Lunde.', 'Lunde sold the plant to the firm.'],
    ['en', 'Ann Berg has led the institute since 2010.', 'Ann Berg led the institute until 2010.'],
    ['en', 'Only members may vote.', 'Everyone may vote.'],
    ['en', 'The city rejected the building.', 'The city approved the building.'],
    ['en', 'Coffee helped, but for a shorter time than sleep.', 'Coffee helped for longer than sleep.'],
    ['en', 'He first called the police and then his wife.', 'He first called his wife and then the police.'],
    ['en', 'He first called the police and then his wife.', 'He called his wife before calling the police.'],
  ])('%s: %s %s', async (...row) => {
    expect(['partly', 'unsupported']).toContain(await verdictOf(row))
  })
})
