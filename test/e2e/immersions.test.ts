import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { recordMembership } from '../../src/features/networks/index.ts'
import { insertPractice } from '../../src/features/practices/sheets/commands.ts'
import { emptyPractice } from '../../src/features/practices/sheets/fields.ts'
import { inTransaction } from '../../src/platform/database/transaction.ts'
import { openBrowser, screens } from '../../tools/browser/open-browser.ts'
import { typeName } from '../../tools/browser/steps.ts'
import { sayReason } from '../../tools/browser/unfold.ts'
import { inTurn } from '../../tools/test/rotation.ts'
import { original } from '../support/build-texts.ts'
import { runsWith } from '../support/needs.ts'
import { type Correspondence, openCorrespondence } from '../support/open-correspondence.ts'
import { signIn } from '../support/sign-in.ts'
import { press, wordsOf } from './pressing.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const journeys = [
  {
    ...{ language: 'ko', screen: screens.narrow, title: '낭트시 공원 관리 직무 체험', host: '공원관리과장' },
    ...{ aims: '박람회 이후의 공원 관리를 배웁니다.', came: '두 공원의 관리 계획을 비교하였습니다.' },
    ...{ takesUp: '학생들이 가꾸는 꽃밭', confirmed: /순천.*2017년 9월 18일 확인/ },
  },
  {
    ...{
      language: 'fr',
      screen: screens.wide,
      title: 'Immersion au service des parcs',
      host: 'Chef jardinier',
    },
    ...{ aims: 'Suivre l’entretien d’un parc.', came: 'Deux plans d’entretien ont été comparés.' },
    ...{ takesUp: 'Les massifs confiés aux écoles', confirmed: /Suncheon.*confirmé le 18 septembre 2017/ },
  },
  {
    ...{
      language: 'en',
      screen: screens.narrow,
      title: 'A week with the parks department',
      host: 'Head gardener',
    },
    ...{ aims: 'See how a park is kept.', came: 'Two plans of upkeep were compared.' },
    ...{ takesUp: 'Flower beds kept by schools', confirmed: /Suncheon.*confirmed on 18 September 2017/ },
  },
]

describe.runIf(runsWith('dovecot-imapd')).each(inTurn(journeys))(
  'whoever shared the work of another authority, in $language',
  ({ language, screen, title, host, aims, came, takesUp, confirmed }) => {
    let life: Correspondence
    beforeAll(async () => {
      life = await openCorrespondence()
    })
    afterAll(() => life.close())

    test('plans an immersion, says what came of it and what is taken up from there, which the host confirms', async () => {
      const { network, testApp, nantes, suncheon } = life
      const group = `/${language}/${network.slug}`
      for (const { id: organisationId } of [nantes, suncheon])
        await recordMembership(testApp.context, network.id, {
          ...{ organisationId, role: 'member', knownOn: '2017-01-01' },
        })
      await inTransaction(testApp.context, (inside) =>
        insertPractice(inside, network.id, {
          ...{ ...emptyPractice, holderId: nantes.id, title: original('Des massifs confiés aux écoles') },
          ...{ themes: ['parks_and_gardens'], failedSaid: 'said', failed: original('Les vacances d’été.') },
          ...{ publication: 'published', knownOn: inside.today },
        }),
      )
      const ofNantes = await signIn(testApp, {
        ...{ role: 'member', networkId: network.id, organisationIds: [nantes.id] },
      })
      const { page: guest } = await life.open(browser, screen, life.asker)
      const { page: holder } = await life.open(browser, screens.narrow, ofNantes)

      // Planned as any event is, with a form of its own for whose work is shared.
      await guest.goto(`${group}/agenda/new`)
      await guest.locator('select[name=kind]').selectOption('job_shadowing')
      await guest.locator(`[name="title.${language}.text"]`).fill(title)
      await guest.locator('input[name=when]').fill('2017-09-11/2017-09-15')
      await typeName(guest.locator('input[name="participants.0.name"]'), 'Nantes')
      await guest.locator('select[name="participants.0.role"]').selectOption('host')
      await press(guest, 'button[value="add:participants"]')
      await typeName(guest.locator('input[name="participants.1.name"]'), 'Suncheon')
      await guest.locator('select[name="participants.1.role"]').selectOption('participant')
      await sayReason(guest, 'Courriel')
      await press(guest, 'form[action$="/agenda/new"] .form-actions .primary')
      const immersion = guest.url().replace(/\?.*/, '')
      await guest.goto(`${immersion}/edit/immersion`)
      await guest.locator('select[name=trades]').selectOption('parks')
      await guest.locator(`[name="hostPost.${language}.text"]`).fill(host)
      await guest.locator('input[name=days]').fill('5')
      await guest.locator(`[name="aims.${language}.text"]`).fill(aims)
      await sayReason(guest, 'Courriel')
      await press(guest, 'form[data-autosave] .form-actions .primary')
      await guest.goto(immersion)
      for (const said of [title, host, aims]) expect(await wordsOf(guest)).toContain(said)

      // Back home, its guest says what came of it: that is its debrief.
      await life.live('2017-09-18T01:00:00Z')
      await guest.goto(immersion)
      await press(guest, 'main a[href$="/outcome"]')
      await guest.locator('input[name=held][value=held]').check()
      await guest.locator('input[name=results][value=nothing_yet]').check()
      await guest.locator('[name=sentence]').fill(came)
      await guest.locator('[name=takes_up]').fill(takesUp)
      await press(guest, 'form[action$="/outcome"] .primary')
      await press(guest, 'main a[href$="#take-up"]')
      expect(await wordsOf(guest)).toContain(came)

      // What it would take up is said of the sheet of its host, who confirms it.
      await press(guest, '[aria-labelledby=take-up] a[href$="/uses/new"]')
      await guest.locator('input[name=state][value=trying]').check()
      await press(guest, '.form-end .primary')
      const sheet = guest.url().replace(/[?#].*/, '')
      await holder.goto(`${group}/to-do`)
      await press(holder, `main a[href*="${new URL(sheet).pathname}"]`)
      await press(holder, 'form[action$="/confirmation"] button')
      await guest.goto(sheet)
      expect(await wordsOf(guest, '[aria-labelledby=uses]')).toMatch(confirmed)
      expect(life.complaints()).toEqual([])
    }, 120_000)
  },
)
