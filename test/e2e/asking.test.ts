import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { recordMembership } from '../../src/features/networks/index.ts'
import { startBatch } from '../../src/features/translations/batches/commands.ts'
import { openBrowser, screens } from '../../tools/browser/open-browser.ts'
import { inTurn } from '../../tools/test/rotation.ts'
import { buildContact } from '../support/build-contact.ts'
import { buildOrganisation } from '../support/build-organisation.ts'
import { runsWith } from '../support/needs.ts'
import {
  type Correspondence,
  frenchAnswer,
  koreanQuestion,
  openCorrespondence,
} from '../support/open-correspondence.ts'
import { addPeer } from '../support/questions.ts'
import { signIn } from '../support/sign-in.ts'
import { press, pressByKey, saveSheet, wordsOf } from './pressing.ts'
import { expectSound } from './soundness.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const desk = 'desk@suncheon.example'
const claire = 'parcs@nantes.example'
const reviewer = 'parks@damyang.example'

const journeys = [
  { language: 'ko', screen: screens.narrow, machine: '기계 번역' },
  { language: 'fr', screen: screens.wide, machine: 'traduction automatique' },
  { language: 'en', screen: screens.narrow, machine: 'machine translation' },
]

describe.runIf(runsWith('dovecot-imapd')).each(inTurn(journeys))(
  'what one authority knows comes to another in $language',
  ({ language, screen, machine }) => {
    let life: Correspondence
    beforeAll(async () => {
      life = await openCorrespondence()
    })
    afterAll(() => life.close())

    test('asked in Korean by mail, answered in French by mail, accepted, written down, reviewed, taken up, told in the letter', async () => {
      const { network, testApp, nantes } = life
      const group = `/${language}/${network.slug}`
      await addPeer(life, nantes, { address: claire })
      const damyang = await buildOrganisation(testApp.context, {
        ...{ slug: 'damyang', country: 'KR', kind: 'gun', level: 2, name: { ko: '담양군', fr: 'Damyang' } },
      })
      await recordMembership(testApp.context, network.id, {
        ...{ organisationId: damyang.id, role: 'member', knownOn: '2017-01-01' },
      })
      await buildContact(testApp.context, network, damyang.id, {
        ...{ name: { ko: '이담양' }, email: reviewer, languages: ['ko'], residence: 'KR' },
      })
      const holder = await signIn(testApp, {
        ...{ role: 'member', networkId: network.id, organisationIds: [nantes.id] },
      })
      const { page: asker } = await life.open(browser, screen, life.asker)
      const { page: peer } = await life.open(browser, screens.narrow)
      const { page: member } = await life.open(browser, screens.wide, holder)
      const { page: secretariat } = await life.open(browser, screens.wide, life.coordinator)

      // Asked by mail: nobody is asked before the one press.
      const question = koreanQuestion(desk, `answers+${network.slug}@entente.example`)
      expect(await life.send(desk, question)).toBe(1)
      const back = life.mailTo(desk)
      expect(back.text).toContain('시민공원을 어떻게')
      expect(back.text).not.toContain('061-000')
      const here = (address = '') => address.replace('/ko/', `/${language}/`)
      await asker.goto(here(back.links[0]))
      const page = asker.url()
      await expectSound(asker)
      await pressByKey(asker, 'main a[href$="/send"]')
      await asker.locator('select[name=trade]').selectOption('parks')
      await expectSound(asker)
      await pressByKey(asker, '.form-end .primary')
      expect(await wordsOf(asker, '#asked ~ *, [aria-labelledby=asked]')).toContain('Nantes')

      // Its peer reads it at nine on a working day, and answers by pressing "reply".
      await life.live('2017-09-04T07:00:00Z')
      const asked = life.mailTo(claire)
      expect(asked.text).toContain('시민공원을 어떻게')
      const said = 'Deux jardiniers suivent les bénévoles, et les écoles plantent.'
      expect(await life.send(claire, frenchAnswer(claire, asked, [said]))).toBe(1)
      expect(life.mailTo(claire).text).toContain(said)
      await life.live('2017-09-04T07:20:00Z')
      expect(life.mailTo(desk).text).toContain(said)

      // Its asker reads it in their language, by a machine that is named as one, with the original one tap away.
      await startBatch(testApp.context, { networkId: network.id, language, provider: 'LibreTranslate' })
      await life.live('2017-09-04T07:21:00Z')
      await asker.goto(page)
      const made = language === 'fr' ? '[ko>fr]' : `[fr>${language}]`
      expect(await wordsOf(asker)).toContain(made)
      expect(await wordsOf(asker)).toContain(machine)
      expect(await wordsOf(asker)).toContain(said)
      await expectSound(asker)

      // Asked back, once; the peer says more by the link, on a phone.
      await asker.locator('details:has(button[value=back]) summary').click()
      await asker.locator('details:has(button[value=back]) textarea').fill('물은 얼마나 자주 줍니까?')
      await press(asker, 'button[value=back]')
      await life.live('2017-09-04T07:22:00Z')
      expect(life.mailTo(claire).text).toContain('물은 얼마나')
      await peer.goto(life.mailTo(claire).links[0] ?? '')
      await expectSound(peer)
      await peer.locator('details:has(button[value=back]) textarea').fill('Trois fois par semaine en été.')
      await press(peer, 'button[value=back]')
      await life.live('2017-09-04T07:23:00Z')
      expect(life.mailTo(desk).text).toContain('Trois fois par semaine')

      // Accepted by the keyboard alone; its author lets it become a sheet.
      await asker.goto(page)
      await pressByKey(asker, 'button[value=accepted]')
      await life.live('2017-09-04T07:24:00Z')
      await peer.goto(life.mailTo(claire).links[0] ?? '')
      await press(peer, 'button[value=publish]')

      // Its holder says what failed, and publishes.
      await member.goto(`${life.site}${group}/practices?state=draft`)
      await press(member, `main a[href^="${group}/practices/"]:not([href$="/people"], [href$="/new"])`)
      const sheet = member.url()
      await press(member, 'main a[href$="/edit/failed"]')
      await member.locator('input[name=failedSaid][value=said]').check()
      await member.locator('[name="failed.fr.text"]').evaluate((box: HTMLTextAreaElement) => {
        box.value = 'Le premier été, personne n’avait les clés.'
      })
      await saveSheet(member, 'saved')
      await press(member, 'main a[href$="/edit/publication"]')
      await member.locator('input[name=publication][value=published]').check()
      await saveSheet(member, 'published')

      // Reviewed by the other side, by the link in its mail, on a phone.
      await press(member, 'main a[href$="/reviews/new"]')
      await member.locator(`input[name=reviewer][value="${damyang.id}"]`).check()
      await press(member, '.form-end .primary')
      await life.live('2017-09-04T07:25:00Z')
      await peer.goto(life.mailTo(reviewer).links[0] ?? '')
      await expectSound(peer)
      await peer.locator('input[name=stance][value=confirmed]').check()
      await peer.locator('textarea[name=whoCould]').fill('군의 공원녹지팀이 할 수 있습니다.')
      await peer.locator('input[name=wouldCall][value=yes]').check()
      await peer.locator('input[name=saidAs]').fill('공원녹지팀장')
      await press(peer, '.form-end .primary')

      // Taken up by whoever asked, confirmed by the holder, told in the letter.
      await asker.goto(sheet)
      expect(await wordsOf(asker)).toContain('공원녹지팀장')
      await press(asker, 'main a[href$="/uses/new"]')
      await asker.locator('input[name=state][value=adapted]').check()
      await press(asker, '.form-end .primary')
      await member.goto(sheet)
      await press(member, 'form[action$="/confirmation"] button')
      await secretariat.goto(`${group}/newsletter`)
      await press(secretariat, 'main .page-heading .primary')
      const title = await wordsOf(member, 'h1')
      const told = await wordsOf(secretariat)
      expect(told).toContain(title.trim())
      expect(told).toMatch(/도입 1곳|reprise une fois|taken up once/)
      expect(life.complaints()).toEqual([])
    }, 120_000)
  },
)
