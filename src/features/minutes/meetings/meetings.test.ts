import { beforeAll, describe, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../../../test/support/open-test-app.ts'
import { pageWords } from '../../../../test/support/page-words.ts'

const group = 'france-coree'
let testApp: TestApp
beforeAll(async () => {
  testApp = await openTestApp({ demonstration: true })
  return testApp.close
})

describe('the meeting of Tours', () => {
  test('stands in the list with both clocks', async () => {
    const page = pageWords((await testApp.get(`/fr/${group}/meetings`)).body)
    expect(page).toContain('ven. 7 juil. 2017 10:00 – 17:00 Paris')
    expect(page).toContain('ven. 7 juil. 2017 17:00 – 00:00 +1 j Séoul 서울')
  })

  test('shows agenda, decisions apart from proposals, who was there, both accounts and what was shown', async () => {
    const answer = await testApp.get(`/fr/${group}/meetings/tours-2017?now=2026-11-25`)
    expect(answer.statusCode).toBe(200)
    const page = pageWords(answer.body)
    for (const text of [
      'Les coopérations existantes',
      'Rencontres de l’internationalisation',
      'Définir un projet commun',
      'M. Bertrand Gallet',
      'Premier adjoint au maire',
      'ici seulement',
      'Organismes français présents à Tours',
      'Film de présentation de Tours',
    ])
      expect(page, text).toContain(text)
  })
})
