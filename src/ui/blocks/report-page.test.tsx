import { expect, test } from 'vitest'
import { sampleReport } from '../../../test/support/sample-report.ts'
import type { ReportBlock } from '../../platform/documents/report.ts'
import { renderFor } from '../reader.tsx'
import { uiReader } from '../ui-reader.ts'
import { type PagePicture, ReportPage } from './report-page.tsx'

const { report, charts } = sampleReport('fr')

function drawn(pictures: readonly PagePicture[], language: 'fr' | 'ko' = 'fr'): string {
  return renderFor(uiReader(language), () => <ReportPage report={report} pictures={pictures} />)
}

test('a report is a page with one title, and contents that lead to its headings', () => {
  const html = drawn([...charts, { src: '/photo.png' }])
  expect(html.match(/<h1>/g)).toHaveLength(1)
  expect([...html.matchAll(/<(h[234]) id="([^"]*)"><span>([^<]*)/g)].map(([, ...found]) => found)).toEqual([
    ['h2', 'part-1', 'Ce qui est nouveau'],
    ['h3', 'part-7', 'Figures'],
  ])
  expect(
    [...html.matchAll(/class="minutes-level-(\d)"><a href="(#[^"]*)"/g)].map(([, ...found]) => found),
  ).toEqual([
    ['2', '#part-1'],
    ['3', '#part-7'],
  ])
})

test('each block is there: lists, facts, tables with their heading as caption, words with their language', () => {
  const html = drawn([...charts, { src: '/photo.png' }])
  expect(html).toContain('<blockquote><span>Le silence n’est pas le sommeil.</span></blockquote>')
  expect(html).toContain('<ol><li><span>Limoges</span></li><li><span>Tours</span></li></ol>')
  expect(html).toContain('<caption class="visually-hidden"><span>Figures</span></caption>')
  expect(html).toContain(
    '<th scope="row"><span>2016</span></th><td class="numeric" data-label="Échanges"><span>14</span></td>',
  )
  expect(html).toContain('<span lang="ko"> (전국시도지사협의회).</span>')
  expect(html).toContain('<img src="/photo.png" alt="Deux maires" width="120" height="80" loading="lazy"/>')
  expect(html).toContain('<div class="report">')
  expect(drawn(charts, 'ko')).toContain('<div class="report" lang="fr">')
})

test('a long report without contents has them on its page, and figures stand behind their chart', () => {
  const parts = Array.from({ length: 6 }, (_, index): ReportBlock => {
    return { kind: 'heading', level: 1, passage: [{ text: `Partie ${index}` }] }
  })
  const long = { ...report, contents: null, blocks: [...report.blocks, ...parts] }
  const html = renderFor(uiReader('ko'), () => <ReportPage report={long} pictures={charts} />)
  expect(html).toContain('id="contents">차례</p>')
  expect(html.match(/class="minutes-level-2"/g)).toHaveLength(7)
  expect(html.match(/<details class="more report-figures"><summary>.*?<table /g)).toHaveLength(4)
  expect(drawn(charts)).not.toContain('차례')
})

test('charts of ours stand in the page; any other drawing, and a missing picture, are said in words', () => {
  const html = drawn(charts)
  expect(html.match(/<svg /g)).toHaveLength(4)
  expect(html).toContain('<p>[Deux maires]</p>')
  const forged = charts.map((chart) => ({ ...chart, svg: '<svg onload="alert(1)"></svg>' }))
  expect(drawn(forged)).not.toContain('<svg')
  expect(drawn(forged)).toContain('[Thèmes. Culture 6, économie 4.]')
})
