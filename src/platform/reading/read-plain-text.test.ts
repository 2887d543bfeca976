import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldSpace, misquoted, writtenText } from '../../../test/support/quoted.ts'
import { threadMs } from '../../../test/support/thread-time.ts'
import { readPlainText } from './read-plain-text.ts'

const outline = (text: string) =>
  readPlainText(text).passages.map(({ kind, level, text }) => `${kind} ${level}: ${text}`)

describe('readPlainText', () => {
  it('reads French minutes that were typed: titles, lines joined, items, a table', () => {
    const text = [
      'COMPTE RENDU DE LA RÉUNION',
      '',
      'Date : 7 juillet 2017',
      'Présents : M. Dupont, maire de',
      'Tours ; Mme Kim.',
      '',
      '1. Ouverture',
      'Le président ouvre la séance et rappelle que la coopé-',
      'ration entre les deux pays est ancienne. Saint-',
      'Étienne est un exemple.',
      'Il remercie tout le monde.',
      '',
      '2. Les liens',
      '',
      'Limoges – Icheon',
      '',
      'Thèmes :',
      '- culture',
      '- éducation, avec une',
      '  longue suite',
      '  * échanges d’élèves',
      '',
      'Ville        Partenaire     Année',
      'Limoges      Icheon         2015',
      'Tours        Sejong         2017',
    ].join('\r\n')
    expect(outline(text)).toEqual([
      'title 1: COMPTE RENDU DE LA RÉUNION',
      'paragraph 0: Date : 7 juillet 2017',
      'paragraph 0: Présents : M. Dupont, maire de Tours ; Mme Kim.',
      'title 2: 1. Ouverture',
      'paragraph 0: Le président ouvre la séance et rappelle que la coopération entre les deux pays est ancienne. Saint-Étienne est un exemple.',
      'paragraph 0: Il remercie tout le monde.',
      'title 2: 2. Les liens',
      'title 3: Limoges – Icheon',
      'paragraph 0: Thèmes :',
      'item 1: culture',
      'item 1: éducation, avec une longue suite',
      'item 2: échanges d’élèves',
      'row 0: Ville | Partenaire | Année',
      'row 0: Limoges | Icheon | 2015',
      'row 0: Tours | Sejong | 2017',
    ])
  })

  it('reads a Korean report: boxes are titles, circles and dashes items, numbers and letters ranks', () => {
    const text = [
      '제2차 한불 지자체 교류회의 결과보고',
      '',
      '□ 회의 개요',
      ' ○ 일시: 2017. 7. 7.(금) 10:00~17:00',
      '   - 참석: 프랑스 7개 지자체',
      '     ※ 일부 불참',
      '□ 주요 내용',
      ' ㅇ 리모주-이천 자매결연 2015년 체결',
      '1. 추진 배경',
      '  가. 목적',
      '    1) 하나',
      '    2) 둘',
      '2. 향후 계획',
      '  다음 회의는 2018년에 개최한다.',
      '제1장 총칙',
      '【참고】',
      '내용입니다.',
    ].join('\n')
    expect(outline(text)).toEqual([
      'title 1: 제2차 한불 지자체 교류회의 결과보고',
      'title 2: 회의 개요',
      'item 1: 일시: 2017. 7. 7.(금) 10:00~17:00',
      'item 2: 참석: 프랑스 7개 지자체',
      'item 2: 일부 불참',
      'title 2: 주요 내용',
      'item 1: 리모주-이천 자매결연 2015년 체결',
      'title 3: 1. 추진 배경',
      'title 4: 가. 목적',
      'item 1: 하나',
      'item 1: 둘',
      'title 3: 2. 향후 계획',
      'paragraph 0: 다음 회의는 2018년에 개최한다.',
      'title 4: 제1장 총칙',
      'title 5: 참고',
      'paragraph 0: 내용입니다.',
    ])
  })

  it('leaves printed contents and the heads and feet of pages out, in the middle of a word too', () => {
    const page = (number: number) => `\n\nGroupe-pays Corée – compte rendu\nPage ${number}/3\n\n`
    const text = `SOMMAIRE\nLes faits ........ 1\nLes suites\nLes vœux ......... 3\n\nLES FAITS\n\nLes deux villes échan-${page(1)}gent des élèves chaque année, et toutes les${page(2)}classes partent ensemble.\n\nLES SUITES\n\nRien.\n${page(3)}`
    const { passages, remarks } = readPlainText(text)
    expect(passages.map(({ text }) => text)).toEqual([
      'LES FAITS',
      'Les deux villes échangent des élèves chaque année, et toutes les classes partent ensemble.',
      'LES SUITES',
      'Rien.',
    ])
    expect(remarks).toEqual([
      { code: 'runningLinesLeftOut', detail: '6' },
      { code: 'contentsLeftOut', detail: '4' },
    ])
  })

  it('knows by the contents what a title is, and by its place what the text is about', () => {
    const text =
      'Réunion du groupe\n\nLe 7 juillet\n\nCONTENTS\nPresentation des villes .... 1\nInteressées .... 2\nVœux .... 3\n\nPrésentation des villes\n\nTours\n\nIntéressées\n\nLille\n'
    expect(outline(text)).toEqual([
      'title 1: Réunion du groupe',
      'paragraph 0: Le 7 juillet',
      'title 2: Présentation des villes',
      'paragraph 0: Tours',
      'title 2: Intéressées',
      'paragraph 0: Lille',
    ])
  })

  it('tells numbered titles from numbered items', () => {
    expect(outline('1. Culture\n2. Sport\n3. Jeunesse\n')).toEqual([
      'item 1: Culture',
      'item 1: Sport',
      'item 1: Jeunesse',
    ])
    expect(outline('1. Culture\nUn festival a eu lieu.\n2. Sport\nUn match a eu lieu.\n')).toEqual([
      'title 1: 1. Culture',
      'paragraph 0: Un festival a eu lieu.',
      'title 1: 2. Sport',
      'paragraph 0: Un match a eu lieu.',
    ])
    expect(outline('2017. 7. 7. 투르에서 열렸다.')).toEqual(['paragraph 0: 2017. 7. 7. 투르에서 열렸다.'])
  })

  it('keeps the hyphen of a compound, and joins the word that a line end cut', () => {
    const joined = (text: string) => readPlainText(text).passages[0]?.text
    expect(joined('Le maire de la commune propose un rendez-\nvous.')).toBe(
      'Le maire de la commune propose un rendez-vous.',
    )
    expect(joined('Le maire de la commune propose une ren-\ncontre.')).toBe(
      'Le maire de la commune propose une rencontre.',
    )
    expect(joined('Une visio-conférence a lieu ; puis une visio-\nconférence suit.')).toBe(
      'Une visio-conférence a lieu ; puis une visio-conférence suit.',
    )
  })

  it('reads bars, tabs and files of values as tables, and Markdown as Markdown', () => {
    expect(outline('| Ville | Année |\n+-------+-------+\n| Tours | 2017 |\n')).toEqual([
      'row 0: Ville | Année',
      'row 0: Tours | 2017',
    ])
    expect(outline('Ville\tAnnée\nTours\t2017\n')).toEqual(['row 0: Ville | Année', 'row 0: Tours | 2017'])
    expect(outline('\n\nVILLE\tPARTENAIRE\nTours\tTakamatsu\n')).toEqual([
      'row 0: VILLE | PARTENAIRE',
      'row 0: Tours | Takamatsu',
    ])
    expect(outline('PRESENTS :  M.  ROUX,  Mme  PETIT\nEXCUSE :  M.  BLANC\n').join()).not.toMatch(/row/)
    const values = readPlainText('nom;pays;année\n"Icheon; ville";Corée;2015\nTours;France;2017\n')
    expect(values.format).toBe('csv')
    expect(values.passages[1]?.cells.map(({ text }) => text)).toEqual(['Icheon; ville', 'Corée', '2015'])
    expect(readPlainText('# Un\n\n**Deux** et **trois**').format).toBe('markdown')
  })

  it('keeps the empty cells of rows that were pasted', () => {
    const pasted = 'a\tpays\tville\n1\tFR\tBrest\n2\t\tRennes\n3\tDE\tUlm'
    const typed = 'a\t\tpays\nun long mot\tFR\nb\t\tDE'
    const cells = (text: string) =>
      readPlainText(text).passages.map((passage) => passage.cells.map((cell) => cell.text))
    expect(cells(pasted)[2]).toEqual(['2', '', 'Rennes'])
    expect(cells(typed)[2]).toEqual(['b', 'DE'])
  })

  it('counts pages by form feeds', () => {
    const { passages, pages } = readPlainText('Une page.\n\f\nUne autre.\n')
    expect([passages.map(({ page }) => page), pages]).toEqual([[1, 2], 2])
  })

  it('quotes every passage of any text', () => {
    const marks = [
      '□ ',
      '- ',
      '1. ',
      '가. ',
      ' : ',
      '   ',
      '\f',
      '; ',
      'SOMMAIRE',
      '.... 3',
      'Page 1/2',
      '| ',
      '**',
    ]
    const fold = (text: string) => foldSpace(text).replace(/[^\p{L}\p{N}]/gu, '')
    fc.assert(
      fc.property(writtenText(marks), (text) => {
        const document = readPlainText(text)
        if (
          document.format !== 'markdown' &&
          document.remarks.every(({ code }) => code !== 'runningLinesLeftOut')
        )
          expect(misquoted(document, fold)).toEqual([])
      }),
      { numRuns: 500 },
    )
  })

  it('reads any signs at all, and nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        for (const { at } of readPlainText(text).passages)
          expect(at.every((place) => place >= 0 && place <= text.length)).toBe(true)
      }),
      { numRuns: 500 },
    )
    expect(readPlainText(' \n\t\n').passages).toEqual([])
  })

  it.each([
    ['dots', '. '.repeat(400_000)],
    ['dots and a letter', `${'.'.repeat(800_000)}x`],
    ['rules and a letter', `${'-'.repeat(800_000)}x`],
    ['letters', `${'a'.repeat(800_000)}\nb`],
    ['empty lines', '\n'.repeat(800_000)],
    ['bars', '|'.repeat(800_000)],
    ['stars', '**'.repeat(400_000)],
    ['gaps', 'Un  deux.\nEt  trois.\n'.repeat(40_000)],
    ['commas', 'a,b\n'.repeat(100_000)],
    ['lower case', 'un\n\n'.repeat(100_000)],
  ])('reads a great many %s within three seconds', (_, text) => {
    expect(threadMs(() => readPlainText(text))).toBeLessThan(3_000)
  })

  it('reads ten thousand titles within two seconds', () => {
    const text = Array.from(
      { length: 10_000 },
      (_, index) => `Article ${index % 900}\n\nTexte ${index} de l’article.\n`,
    ).join('\n')
    expect(threadMs(() => expect(readPlainText(text).passages).toHaveLength(20_000))).toBeLessThan(2_000)
  })
})
