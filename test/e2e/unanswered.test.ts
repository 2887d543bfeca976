import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBrowser, screens } from '../../tools/browser/open-browser.ts'
import { inTurn } from '../../tools/test/rotation.ts'
import { buildOrganisation } from '../support/build-organisation.ts'
import { runsWith } from '../support/needs.ts'
import { type Correspondence, openCorrespondence } from '../support/open-correspondence.ts'
import { addPeer } from '../support/questions.ts'
import { pressByKey, wordsOf } from './pressing.ts'
import { expectSound } from './soundness.ts'
import { tabTo } from './tabbing.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const journeys = [
  {
    language: 'ko',
    question: '정원박람회가 끝난 뒤 시민공원을 어떻게 관리하고 있습니까?',
    ...{ tried: '자원봉사자에게 맡겨 보았습니다.', waits: '아직 답변이 없어', others: '다른 직무: 1명' },
  },
  {
    language: 'fr',
    question: 'Comment entretenir un parc public après une exposition de jardins ?',
    ...{
      tried: 'Des bénévoles, un été.',
      waits: 'Personne n’a répondu',
      others: '1 personne d’autres métiers',
    },
  },
  {
    language: 'en',
    question: 'How do you keep a public park after a garden show?',
    ...{
      tried: 'Volunteers, for one summer.',
      waits: 'Nobody has answered',
      others: '1 person in other trades',
    },
  },
]

const towns = ['angers', 'lorient', 'quimper', 'rennes', 'vannes']
const addressIn = (town: string) => `parcs@${town}.example`

/** Those to whom the question was put, as its page names them. */
const asked = (page: Page) =>
  page.locator('[aria-labelledby=asked] ul').first().locator('li').allTextContents()

describe.runIf(runsWith('dovecot-imapd')).each(inTurn(journeys))(
  'by the keyboard alone, in $language',
  ({ language, question, tried, waits, others }) => {
    let life: Correspondence
    beforeAll(async () => {
      life = await openCorrespondence()
    })
    afterAll(() => life.close())

    test('a question that nobody answers goes to a second wave, then to the coordinator, who puts it to somebody', async () => {
      const { testApp, network, nantes } = life
      const group = `/${language}/${network.slug}`
      for (const town of towns)
        await addPeer(life, await buildOrganisation(testApp.context, { name: { fr: town } }), {
          address: addressIn(town),
        })
      await addPeer(life, nantes, { address: addressIn('nantes'), trades: ['water'] })
      const mailed = (address: string) => life.mailTo(address).text.replaceAll(/[\s>]+/g, ' ')
      const { page: asker } = await life.open(browser, screens.wide, life.asker)
      const { page: secretariat } = await life.open(browser, screens.wide, life.coordinator)

      // Asked on a page, in three fields; theme and trade come from its words.
      await asker.goto(`${group}/questions`)
      await expectSound(asker)
      await pressByKey(asker, 'main a[href$="/questions/new"]')
      await tabTo(asker, 'textarea[name=question]')
      await asker.keyboard.type(question)
      await tabTo(asker, 'textarea[name=tried]')
      await asker.keyboard.type(tried)
      await pressByKey(asker, '.form-end .primary')
      expect(await asker.locator('select[name=trade]').inputValue()).toBe('parks')
      await pressByKey(asker, '.form-end .primary')
      const page = asker.url()
      expect(await asked(asker)).toHaveLength(3)

      // At nine in France three of three towns read it; five common working days later two others.
      await life.live('2017-09-04T07:00:00Z')
      await life.live('2017-09-11T07:00:00Z')
      await asker.goto(page)
      expect(await asked(asker)).toHaveLength(3)
      await life.live('2017-09-11T16:00:00Z')
      await life.live('2017-09-12T07:00:00Z')
      await asker.goto(page)
      const named = (await asked(asker)).join(' ')
      for (const town of towns) {
        expect(named).toContain(town)
        expect(mailed(addressIn(town))).toContain(question)
      }
      expect(() => mailed(addressIn('nantes'))).toThrow('No mail')

      // Nobody says anything: the coordinator has it in To do, and its asker is told so.
      await life.live('2017-09-18T14:00:00Z')
      expect(() => mailed(life.coordinator.address)).toThrow('No mail')
      await life.live('2017-09-18T15:30:00Z')
      expect(mailed(life.asker.address)).toContain('아직 답변이 없습니다')
      expect(mailed(life.coordinator.address)).toContain(question)
      await asker.goto(page)
      expect(await wordsOf(asker)).toContain(waits)
      await expectSound(asker)

      // What was tried, and why others were not asked; put to one of them by hand.
      await secretariat.goto(`${group}/to-do`)
      await expectSound(secretariat)
      await pressByKey(secretariat, `main a[href*="${new URL(page).pathname}"]`)
      const tries = await wordsOf(secretariat)
      for (const said of [...towns, waits, tried, others]) expect(tries).toContain(said)
      await tabTo(secretariat, 'details:has(button[value=pass]) summary')
      await secretariat.keyboard.press('Enter')
      await tabTo(secretariat, 'select[name=organisation]')
      await secretariat.keyboard.press('ArrowDown')
      await pressByKey(secretariat, 'button[value=pass]')
      expect(secretariat.url()).toContain('done=passed')
      await life.live('2017-09-19T07:00:00Z')
      expect(mailed(addressIn('nantes'))).toContain(question)
      // It waits for them now, and for the coordinator again after a week.
      const line = secretariat.locator(`main a[href*="${new URL(page).pathname}"]`)
      for (const [day, lines] of [
        ['25', 0],
        ['26', 1],
      ] as const) {
        await life.live(`2017-09-${day}T07:00:00Z`)
        await secretariat.goto(`${group}/to-do`)
        expect(await line.count()).toBe(lines)
      }
      expect(life.complaints()).toEqual([])
    }, 120_000)
  },
)
