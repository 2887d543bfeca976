import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canReadPdf, readPdf, readPdfFonts } from '../../../test/support/read-pdf.ts'
import { longSheet, sampleSheet } from '../../../test/support/sample-sheet.ts'
import { printable } from './printable.ts'
import { chooseFitting, renderPdf } from './render-pdf.ts'
import type { LinePattern } from './sheet.ts'

describe('chooseFitting', () => {
  it('sets a short sheet at the largest size', () => {
    expect(chooseFitting([sampleSheet(), longSheet(1)])).toEqual({ chosen: 0, scale: 1.15 })
  })

  it('sets a fuller sheet smaller before it takes a shorter one', () => {
    expect(chooseFitting([longSheet(82), longSheet(1)])).toEqual({ chosen: 0, scale: 1.07 })
  })

  it('takes the first that fits of sheets that grow shorter', () => {
    const sheets = [400, 300, 200, 150, 100, 60, 20].map(longSheet)
    const { chosen, scale } = chooseFitting(sheets)
    expect({ scale, fits: chooseFitting(sheets.slice(chosen)).chosen }).toEqual({ scale: 1, fits: 0 })
    expect(() => chooseFitting(sheets.slice(0, chosen))).toThrow('more than one page')
  })

  it('measures a Korean paragraph of any length', () => {
    const korean = '도예가들이 함께 배운 점을 설명합니다. '.repeat(400)
    const long = sampleSheet({
      language: 'ko',
      parts: [{ kind: 'prose', title: '개요', passages: [[{ text: korean }]] }],
    })
    expect(chooseFitting([long, sampleSheet()]).chosen).toBe(1)
  })
})

describe.skipIf(!canReadPdf)('drawPdf', () => {
  it('makes one tagged page of A4 with title, author, day and language, and embeds every font', () => {
    const bytes = renderPdf(sampleSheet(), 1)
    const { facts } = readPdf(bytes)
    expect(facts).toMatchObject({
      Title: 'Limoges – Icheon',
      Author: 'Groupe-pays',
      Tagged: 'yes',
      Pages: '1',
      'Page size': '595.276 x 841.89 pts (A4)',
    })
    expect(facts.CreationDate).toContain('2017')
    expect(Buffer.from(bytes).includes('/Lang (fr)')).toBe(true)
    expect(
      readPdfFonts(bytes)
        .map((font) => /Pretendard-(\w+)\S* .* yes yes yes /.exec(font)?.[1])
        .sort(),
    ).toEqual(['Regular', 'SemiBold'])
  })

  it('can be searched in both scripts and says what stands beside what', () => {
    const { text } = readPdf(renderPdf(sampleSheet(), 1))
    expect(text).toContain('Limoges 리모주')
    expect(text).toContain('Icheon 이천시')
    expect(text).toContain('En bref Deux villes de céramique.')
  })

  it('makes the same bytes of the same sheet', () => {
    expect(Buffer.from(renderPdf(sampleSheet(), 1)).equals(Buffer.from(renderPdf(sampleSheet(), 1)))).toBe(
      true,
    )
  })

  it.each<LinePattern>([
    'solid',
    'longDashes',
    'dashes',
    'dots',
    'dotsThenSolid',
    'barred',
    'broken',
    'openEnd',
  ])('draws the line as %s', (pattern) => {
    const { heading } = sampleSheet()
    const drawn = sampleSheet({ heading: { ...heading, line: { pattern, above: '', below: pattern } } })
    expect(readPdf(renderPdf(drawn, 1)).text).toContain(pattern)
  })

  it('refuses a sheet without a title: nobody could tell the file from another', () => {
    expect(() => renderPdf(sampleSheet({ title: '' }), 1)).toThrow('title')
  })

  it('refuses to draw more than one page', () => {
    expect(() => renderPdf(longSheet(400), 1)).toThrow('pages')
  })

  it.each([
    '#panic("x")',
    '#let x = 1',
    '$x^2$',
    '*gras*',
    '_it_',
    '\\u{41}',
    '@ref',
    '<label>',
    '"guillemets"',
    '`brut`',
    '#read("/etc/passwd")',
    '#import "@preview/a:1.0.0": b',
    '= Titre',
    '// note',
    '/* note */',
    '~',
    '--',
    '{x}',
    '[y]',
    "d'a",
  ])('shows %s as it is written', (name) => {
    expect(nameAsRead(name)).toContain(name.replaceAll(' ', ''))
  })

  it('shows Arabic and keeps a word of 400 letters on the page', () => {
    expect(nameAsRead('x'.repeat(400)).match(/x/g)).toHaveLength(400)
    expect(readPdf(renderPdf(named('الرباط'), 1)).facts.Pages).toBe('1')
  })

  it('shows a box for what no font has', () => {
    expect(nameAsRead('a\u{f1234}b')).toContain('a□b')
  })

  it('makes a page of any text whatever, and shows its letters', () => {
    const texts = fc.oneof(fc.string({ unit: 'binary', maxLength: 60 }), fc.string({ maxLength: 200 }))
    fc.assert(
      fc.property(texts, (text) => {
        const shown = printable(text)
        const letters = (each: string) => each.replace(/[^A-Za-z0-9]/g, '')
        const read = readPdf(renderPdf(named(shown), 1))
        expect(read.facts.Pages).toBe('1')
        // Text written from right to left comes in another order on the page.
        if (!rightToLeft.test(shown)) expect(letters(read.text)).toContain(letters(shown))
      }),
      { numRuns: 25 },
    )
  }, 60_000)
})

function named(name: string) {
  const { heading } = sampleSheet()
  return printable(
    sampleSheet({
      language: 'en',
      heading: { ...heading, left: [{ main: [{ text: `${name} ` }], own: [] }] },
      parts: [],
      foot: [],
    }),
  )
}

const rightToLeft = /[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u

/** The text of the PDF without its spaces, since a long name is broken between lines. */
function nameAsRead(name: string): string {
  return readPdf(renderPdf(named(name), 1)).text.replace(/[ \u200b]/g, '')
}
