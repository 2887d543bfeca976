import { describe, expect, it } from 'vitest'
import { outlineOf, readSample, refusalOf } from '../../../../test/support/read-sample.ts'
import { typstPdf } from '../../../../test/support/typst-pdf.ts'

const themes = [
  'la porcelaine',
  'le tourisme durable',
  'les échanges scolaires',
  'la jeunesse',
  'les industries culturelles',
  'l’eau',
]
const sentence = (number: number) =>
  `La rencontre numéro ${number} concerne ${themes[number % 6]} et ${themes[(number * 7 + 3) % 5]}, dans ${number % 9} collectivités ${number % 2 === 0 ? 'françaises' : 'coréennes'}.`
const paragraph = (from: number, count: number) =>
  Array.from({ length: count }, (_, index) => sentence(from + index)).join(' ')
const page =
  '#set page(paper: "a5", margin: 1.5cm, header: [Groupe-pays Corée – compte rendu], footer: context [Page #counter(page).display() / 9])\n#set par(justify: true)\n#set text(hyphenate: true)\n'

describe('readPdf', () => {
  it('reads titles by the size of their letters, paragraphs across pages and columns, without heads, feet and contents', async () => {
    const document = await readSample(
      typstPdf(`${page}= Compte rendu
#outline(title: [Sommaire])
== Ouverture
${paragraph(1, 30)}
== Les liens
#columns(2)[
${paragraph(100, 16)}

${paragraph(200, 12)}
=== Limoges – Icheon
- un point
- un second point, qui prend certainement plus d’une ligne de la colonne
]`),
    )
    expect(outlineOf(document)).toEqual([
      'title 1: Compte rendu',
      'title 2: Ouverture',
      `paragraph 0: ${paragraph(1, 30)}`,
      'title 2: Les liens',
      `paragraph 0: ${paragraph(100, 16)}`,
      `paragraph 0: ${paragraph(200, 12)}`,
      'title 3: Limoges – Icheon',
      'item 1: un point',
      'item 1: un second point, qui prend certainement plus d’une ligne de la colonne',
    ])
    expect(document.pages).toBeGreaterThan(2)
    expect(document.passages[0]?.page).toBe(1)
    expect(document.passages.at(-1)?.page).toBe(document.pages)
    expect(document.remarks.map(({ code }) => code)).toEqual(['runningLinesLeftOut', 'contentsLeftOut'])
    expect(document.remarks[0]?.detail).toBe(String(2 * (document.pages ?? 0)))
  })

  it('reads a table without lines by what stands under each other, and one that is drawn by its cells', async () => {
    const cells =
      '[Ville], [Partenaire], [Depuis], [Limoges], [Icheon], [2015], [Île-de-France], [Gyeonggi], [2016]'
    const rows = [
      'row 0: Ville | Partenaire | Depuis',
      'row 0: Limoges | Icheon | 2015',
      'row 0: Île-de-France | Gyeonggi | 2016',
    ]
    const bare = typstPdf(`#table(columns: 3, stroke: none, column-gutter: 1cm, ${cells})`)
    expect(outlineOf(await readSample(bare))).toEqual(rows)
    const drawn = typstPdf(
      `#table(columns: 3, ${cells}, table.cell(colspan: 2)[Ensemble], [2], table.cell(rowspan: 2)[Tours], [Sejong], [2017], [Paris], [2018])`,
    )
    expect(outlineOf(await readSample(drawn))).toEqual([
      ...rows,
      'row 0: Ensemble |  | 2',
      'row 0: Tours | Sejong | 2017',
      'row 0:  | Paris | 2018',
    ])
  })

  it('reads the columns of a table, and the cells that take several lines', async () => {
    const document = await readSample(
      typstPdf(
        '#table(columns: (3cm, 3cm, 2cm), [Ville], [Partenaire], [Année], [Limoges], [Icheon, ville de la porcelaine], [2015], [Tours], [], [2017])\n\nUn texte.',
      ),
    )
    expect(outlineOf(document)).toEqual([
      'row 0: Ville | Partenaire | Année',
      'row 0: Limoges | Icheon, ville de la porcelaine | 2015',
      'row 0: Tours |  | 2017',
      'paragraph 0: Un texte.',
    ])
    expect(document.passages.map(({ cells }) => cells.map(({ isHead }) => isHead))[0]).toEqual([
      true,
      true,
      true,
    ])
  })

  it('reads bold lines as titles, and Korean typed marks as ranks', async () => {
    const document = await readSample(
      typstPdf(
        '*Le maire de Tours*\n\nUn texte de la réunion du groupe.\n\n□ 회의 개요\n\n○ 장소: 투르 시청\n\n두 도시는 2015년 자매결연을 체결하였습니다.',
      ),
    )
    expect(outlineOf(document)).toEqual([
      'title 1: Le maire de Tours',
      'paragraph 0: Un texte de la réunion du groupe.',
      'title 2: 회의 개요',
      'item 1: 장소: 투르 시청',
      'paragraph 0: 두 도시는 2015년 자매결연을 체결하였습니다.',
    ])
  })

  it('refuses what is locked, cut off or without any letter', async () => {
    expect(await refusalOf(readSample(lockedPdf()))).toBe('locked')
    expect(await refusalOf(readSample(typstPdf('Un texte.').slice(0, 400)))).toBe('damaged')
    expect(await refusalOf(readSample(typstPdf('#rect(width: 3cm, height: 2cm)')))).toBe(
      'noText tesseract-ocr, tesseract-ocr-fra, tesseract-ocr-kor, poppler-utils',
    )
  })
})

/** A file whose password is not the empty one, in the standard's simplest form. */
function lockedPdf(): Uint8Array {
  const key = '<28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a>'
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>',
    `<</Filter/Standard/V 1/R 2/Length 40/P -4/O${key}/U${key}>>`,
  ]
  let body = '%PDF-1.4\n'
  const places = objects.map((object, index) => {
    const place = body.length
    body += `${index + 1} 0 obj${object}endobj\n`
    return place
  })
  const list = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
  const trailer = `trailer<</Size 5/Root 1 0 R/Encrypt 4 0 R/ID[<00><00>]>>\nstartxref\n${body.length}\n%%EOF`
  return new TextEncoder().encode(`${body}xref\n0 5\n0000000000 65535 f \n${list}${trailer}`)
}
