import { afterAll, beforeAll, expect, it } from 'vitest'
import {
  frenchMinutes,
  importWords,
  koreanMinutes,
  openReview,
} from '../../../../test/support/import-text.ts'
import { openTestApp, type TestApp } from '../../../../test/support/open-test-app.ts'
import { pageWords } from '../../../../test/support/page-words.ts'

let testApp: TestApp
beforeAll(async () => {
  testApp = await openTestApp()
})
afterAll(() => testApp.close())

it('sets two accounts of one meeting side by side, each fact with its tie, whichever text it is of', async () => {
  const { network, coordinator, address } = await openReview(testApp, frenchMinutes)
  const other = await importWords(testApp, coordinator, network.slug, koreanMinutes)
  const id = other.split('/').at(-1)
  const words = pageWords((await coordinator.get(`${address}/account?with=${id}`)).body)
  // Only the Korean account mentions the visit of 2024, only the French one Suncheon; both mention the twinning.
  const [, french = '', korean = '', both = ''] =
    /Réunion du groupe Corée (\d+ Ce que .*?)한국 그룹 회의 (\d+ Ce que .*?)Dans les deux récits (.*)/.exec(
      words,
    ) ?? []
  expect(french).toContain('Coopération Nantes Métropole – Suncheon')
  expect(french).not.toContain('septembre 2024')
  expect(korean).toContain('Échange · Limoges – Icheon')
  expect(korean).toContain('septembre 2024')
  expect(both).toContain('Accord · Limoges – Icheon jumelage')
})
