import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { recordMembership } from '../../src/features/networks/index.ts'
import { openBrowser, screens } from '../../tools/browser/open-browser.ts'
import { inTurn } from '../../tools/test/rotation.ts'
import { buildOrganisation } from '../support/build-organisation.ts'
import { importWords } from '../support/import-text.ts'
import { runsWith } from '../support/needs.ts'
import { type Correspondence, openCorrespondence } from '../support/open-correspondence.ts'
import { signIn } from '../support/sign-in.ts'
import { press, saveSheet, wordsOf } from './pressing.ts'
import { expectSound } from './soundness.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const journeys = [
  {
    language: 'ko',
    minutes:
      '# 한국 그룹 회의\n\n2017년 9월 4일, 앙제 시청\n\n## 앙제시 – 순천시\n\n앙제시와 순천시는 2009년 4월 22일 우호협력 협정을 체결하였다. 앙제시와 순천시는 공원 관리 노하우를 공유하고 있다.\n',
    told: '공원 관리 노하우를 공유하고 있다',
    ...{ problem: '여름에 잔디가 말랐습니다.', done: '빗물을 모아 밤에 물을 줍니다.' },
    failed: '첫해에는 물탱크가 작았습니다.',
  },
  {
    language: 'fr',
    minutes:
      '# Réunion du groupe Corée\n\n4 septembre 2017, mairie d’Angers\n\n## Ville d’Angers – Ville de Suncheon\n\nLa ville d’Angers et la ville de Suncheon ont signé un accord de jumelage le 22 avril 2009. Les deux villes échangent leur savoir-faire en matière de parcs et jardins depuis 2013.\n',
    told: 'échangent leur savoir-faire en matière de parcs et jardins',
    ...{ problem: 'Les pelouses séchaient en été.', done: 'L’eau de pluie arrose la nuit.' },
    failed: 'La première année, la cuve était trop petite.',
  },
  {
    language: 'en',
    minutes:
      '# Meeting of the Korea group\n\n4 September 2017, Angers town hall\n\n## City of Angers – City of Suncheon\n\nThe city of Angers and the city of Suncheon signed a twinning agreement on 22 April 2009. The two cities have shared their good practices on parks and gardens since 2013.\n',
    told: 'have shared their good practices on parks and gardens',
    ...{ problem: 'Lawns dried up in summer.', done: 'Rain water is kept, and used at night.' },
    failed: 'In the first year the tank was too small.',
  },
]

describe.runIf(runsWith('dovecot-imapd')).each(inTurn(journeys))(
  'on a phone, in $language',
  ({ language, minutes, told, problem, done, failed }) => {
    let life: Correspondence
    beforeAll(async () => {
      life = await openCorrespondence()
    })
    afterAll(() => life.close())

    test('minutes propose a sheet, whose holder says what is missing and what failed, and publishes it; once', async () => {
      const { testApp, network, suncheon } = life
      const group = `/${language}/${network.slug}`
      const angers = await buildOrganisation(testApp.context, {
        ...{ slug: 'angers', name: { fr: 'Angers', ko: '앙제', en: 'Angers' } },
      })
      for (const { id: organisationId } of [angers, suncheon])
        await recordMembership(testApp.context, network.id, {
          ...{ organisationId, role: 'member', knownOn: '2017-01-01' },
        })
      const holder = await signIn(testApp, {
        ...{ role: 'member', networkId: network.id, organisationIds: [angers.id] },
      })
      const { page: secretariat } = await life.open(browser, screens.narrow, life.coordinator)
      const { page: member } = await life.open(browser, screens.narrow, holder)
      // The minutes are read, and what they say is accepted; then the job reads them for practices.
      const accept = async (text: string) => {
        const review = await importWords(testApp, life.coordinator, network.slug, text)
        await secretariat.goto(review.replace('/fr/', `/${language}/`))
        await expectSound(secretariat)
        await press(secretariat, 'button[name=sure][value=text]')
        await life.live(testApp.clock.now().toString())
      }
      await accept(minutes)

      // Somebody of its holder finds it in To do, with the sentence and what is missing as questions.
      await member.goto(`${group}/to-do`)
      await expectSound(member)
      await press(member, `main a[href^="${group}/practices/"]`)
      const sheet = member.url()
      expect(await wordsOf(member)).toContain(told)
      await press(member, 'section[aria-labelledby=missing] a')
      await member.locator(`[name="problem.${language}.text"]`).fill(problem)
      await member.locator(`[name="done.${language}.text"]`).fill(done)
      await member.locator('select[name=trades]').selectOption('parks')
      await saveSheet(member, 'saved')

      // Accepted, it is a draft; it is published once it says what failed.
      await press(member, 'main a[href$="/proposal"]')
      await member.locator('input[name=is][value=accepted]').check()
      await press(member, '.form-end .primary')
      await press(member, 'section[aria-labelledby=missing] a[href$="/failed"]')
      await member.locator('input[name=failedSaid][value=said]').check()
      await member.locator(`[name="failed.${language}.text"]`).fill(failed)
      await saveSheet(member, 'saved')
      await press(member, 'main a[href$="/edit/publication"]')
      await member.locator('input[name=publication][value=published]').check()
      await saveSheet(member, 'published')

      // Everybody reads it, with the sentence that it comes from.
      const { page: visitor } = await life.open(browser, screens.narrow)
      await visitor.goto(sheet)
      await expectSound(visitor)
      const read = await wordsOf(visitor)
      for (const said of [told, problem, done, failed]) expect(read).toContain(said)

      // The same words in other minutes propose nothing.
      await accept(`${minutes}\n.\n`)
      await member.goto(`${group}/to-do`)
      expect(await member.locator(`main a[href^="${group}/practices/"]`).count()).toBe(0)
      await member.goto(`${group}/practices?state=proposed`)
      await expectSound(member)
      expect(await member.locator('main .entry-title').count()).toBe(0)
      expect(life.complaints()).toEqual([])
    }, 120_000)
  },
)
