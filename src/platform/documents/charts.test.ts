import { expect, test } from 'vitest'
import { readDocxPart } from '../../../test/support/read-docx.ts'
import { canReadPdf, readPdf } from '../../../test/support/read-pdf.ts'
import { sampleCharts, sampleReport } from '../../../test/support/sample-report.ts'
import { barChart, type Chart, isOwnChart, shareBars, trendChart } from './charts.ts'
import { renderReportDocx } from './render-report-docx.ts'
import { renderReportPdf } from './render-report-pdf.ts'

const words = { language: 'en', title: 'Exchanges', description: '3 in 2015.' }
const textsOf = ({ svg }: Chart) => [...svg.matchAll(/<text [^>]*>([^<]*)/g)].map(([, text]) => text)
const counts = (chart: Chart, pattern: RegExp) => [...chart.svg.matchAll(pattern)].length

test('a chart names itself and says what it shows, in its language, and holds nothing that acts', () => {
  for (const chart of [...sampleCharts('fr'), ...sampleCharts('ko')]) {
    expect(chart.svg).toMatch(
      /^<svg xmlns="http:\/\/www.w3.org\/2000\/svg"[^>]* role="img" lang="(fr|ko)"><title>[^<]+<\/title><desc>[^<]+<\/desc>/,
    )
    expect(chart.svg).not.toMatch(/NaN|Infinity|undefined|style=|<script|href|\.\d{3}/)
    expect(chart.svg).not.toMatch(/ id=/)
    expect(isOwnChart(chart)).toBe(true)
    expect(isOwnChart({ ...chart })).toBe(false)
  }
})

test('words of a chart stay words', () => {
  const hostile = '<script>alert(1)</script>"\'&'
  const chart = barChart({
    language: 'en',
    title: hostile,
    description: hostile,
    series: [hostile, hostile],
    rows: [{ label: hostile, values: [1, null] }],
    unknown: hostile,
    format: () => hostile,
  })
  expect(chart.svg).not.toContain('<script')
})

test('bars are as long as their values, and one that nobody reported is words, not a bar of no length', () => {
  const rows = [
    { label: 'a', values: [10] },
    { label: 'b', values: [5] },
    { label: 'c', values: [null] },
  ]
  const chart = barChart({ ...words, series: ['x'], rows, unknown: 'not reported' })
  expect(textsOf(chart)).toEqual(['a', '10', 'b', '5', 'c', 'not reported'])
  const [long, half] = [...chart.svg.matchAll(/<rect [^>]*width="([^"]*)"/g)].map(([, width]) =>
    Number(width),
  )
  expect(half).toBeCloseTo((long ?? 0) / 2, 0)
  expect(counts(chart, /<rect /g)).toBe(2)
})

test('a year that nobody reported, or that is missing, leaves the line open and is said; zero is a value', () => {
  const points = [
    { year: 2014, value: 2 },
    { year: 2015, value: 0 },
    { year: 2016, value: null },
    { year: 2018, value: 3 },
    { year: 2019, value: 4 },
  ]
  const chart = trendChart({ ...words, points, unknown: 'nobody reported' })
  expect(counts(chart, /<circle /g)).toBe(4)
  // From 2014 to 2015, and from 2018 to 2019.
  expect(counts(chart, /class="line-one"/g)).toBe(2)
  // 2016, 2017 and the key to them.
  expect(counts(chart, /class="line-edge"/g)).toBe(3)
  expect(textsOf(chart)).toEqual(
    expect.arrayContaining(['0', '2', '3', '4', '2014', '2019', 'nobody reported']),
  )
  const whole = trendChart({ ...words, points: points.slice(0, 2), unknown: 'nobody reported' })
  expect(textsOf(whole)).not.toContain('nobody reported')
  expect(trendChart({ ...words, points: [], unknown: '' }).height).toBeGreaterThan(0)
})

test('the labels of a long trend keep clear of each other, its ends among them', () => {
  const points = Array.from({ length: 80 }, (_, index) => ({ year: 1947 + index, value: 1000 + index }))
  const years = textsOf(trendChart({ ...words, points, unknown: '' })).filter(
    (text) => text && text.length === 4,
  )
  expect(years).toEqual(expect.arrayContaining(['1000', '1079', '1947', '2026', '1980']))
  expect(years.length).toBeLessThan(24)
})

test('parts of a whole take all of its width, each with its pattern and number', () => {
  const chart = shareBars({
    ...words,
    parts: ['known', 'stale'],
    rows: [{ label: 'en', values: [3, 1] }],
  })
  expect(textsOf(chart)).toEqual(['known', 'stale', 'en', '3', '1'])
  expect(chart.svg).toContain('width="270" height="12"')
  const fifth = { ...words, parts: ['a', 'b', 'c', 'd', 'e'], rows: [] }
  expect(() => shareBars(fifth)).toThrow('four patterns')
})

test.runIf(canReadPdf)('the words of charts are words in the PDF too, in both scripts', () => {
  for (const language of ['fr', 'ko'] as const) {
    const { report, pictures } = sampleReport(language)
    const { text } = readPdf(renderReportPdf(report, pictures))
    expect(text).toContain({ fr: 'De France en Corée', ko: '프랑스에서 한국으로' }[language])
    expect(text).toContain({ fr: 'personne n’a répondu', ko: '응답 없음' }[language])
  }
})

test('a Word file has charts as drawings, with their words for who does not see them', async () => {
  const { report, pictures } = sampleReport('fr')
  const docx = Buffer.from(await renderReportDocx(report, pictures))
  const document = readDocxPart(docx, 'word/document.xml')
  expect([...document.matchAll(/asvg:svgBlip/g)].length).toBeGreaterThanOrEqual(4)
  expect(document).toContain('descr="Échanges par an. 3 en 2010, 14 en 2016."')
})
