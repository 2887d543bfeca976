import { beforeAll, expect, it } from 'vitest'
import { buildNetwork } from '../../../test/support/build-network.ts'
import { buildOrganisation } from '../../../test/support/build-organisation.ts'
import { openTestApp, type TestApp } from '../../../test/support/open-test-app.ts'
import { readDocxPart, readDocxText } from '../../../test/support/read-docx.ts'
import { canReadPdf, readPdf } from '../../../test/support/read-pdf.ts'
import { refreshBriefs } from './items/commands.ts'

let testApp: TestApp
let group: string
const places: Record<string, string> = {}

beforeAll(async () => {
  testApp = await openTestApp({ directory: 'none', now: '2026-12-02T08:00:00Z' })
  const { context } = testApp
  await refreshBriefs(context)
  group = (await buildNetwork(context)).slug
  places.FR = (await buildOrganisation(context)).slug
  places.KR = (await buildOrganisation(context, { country: 'KR', kind: 'si', level: 2 })).slug
  return testApp.close
})

const visit = (language: string, file: string, country: string) =>
  testApp.get(`/${language}/${group}/${file}?place=${places[country]}&from=2026-12-20`)

it.skipIf(!canReadPdf).each([
  ['KR', 'fr', 'République de Corée en bref'],
  ['KR', 'ko', '대한민국 행정 안내'],
  ['KR', 'en', 'Republic of Korea in brief'],
  // One’s own side is presented too: the file is handed on to a colleague of the other one.
  ['FR', 'fr', 'France en bref'],
  ['FR', 'ko', '프랑스 행정 안내'],
  ['FR', 'en', 'France in brief'],
])('give the note of a visit to %s two more pages in %s', async (country, language, title) => {
  const { rawPayload } = await visit(language, 'visit.pdf', country)
  const { pages, facts } = readPdf(rawPayload)
  expect([facts.Pages, facts.Tagged]).toEqual(['3', 'yes'])
  expect(pages[1]).toContain(title)
  expect(pages[2]?.replaceAll(' ', '')).toContain(`/${language}/${group}/brief/${country.toLowerCase()}`)
  expect(pages[2]).toMatch(/3 \/ 3$/)
  expect(rawPayload.toString('latin1')).toContain(`/Lang (${language})`)
})

it('stand in Word as a section of their own, beneath one outline', async () => {
  const { rawPayload } = await visit('fr', 'visit.docx', 'KR')
  expect(readDocxText(rawPayload)).toContain('République de Corée en bref')
  const document = readDocxPart(rawPayload, 'word/document.xml')
  expect(document.match(/<w:sectPr/g)).toHaveLength(2)
  expect(document.match(/<w:pStyle w:val="Heading1"\/>/g)).toHaveLength(2)
  expect(document).not.toContain('<w:pStyle w:val="Title"/>')
})

it('are led to from the page of the visit, which does not repeat them', async () => {
  const { body } = await visit('fr', 'visit', 'KR')
  expect(body).toContain(`/fr/${group}/brief/kr">République de Corée en bref</a>`)
  expect(body).not.toContain('À ne pas traduire mot à mot')
})
