import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { original } from '../../../../test/support/build-texts.ts'
import { type Exchanges, openExchangeApp, openExchanges } from '../../../../test/support/exchanges.ts'
import { fieldsOf } from '../../../../test/support/form-fields.ts'
import type { TestApp } from '../../../../test/support/open-test-app.ts'
import { pageWords } from '../../../../test/support/page-words.ts'
import { signIn } from '../../../../test/support/sign-in.ts'
import { expectKeptLines, toDoLinesOf } from '../../../../test/support/to-do-lines.ts'
import { inTransaction } from '../../../platform/database/transaction.ts'
import { insertPractice } from '../sheets/commands.ts'
import { emptyPractice } from '../sheets/fields.ts'

let testApp: TestApp
let exchanges: Exchanges
beforeAll(async () => {
  testApp = await openExchangeApp()
})
afterAll(() => testApp.close())
beforeEach(async () => {
  exchanges = await openExchanges(testApp)
})

const takesUp = 'Le four prêté aux artistes'
const answer = { held: 'held', results: 'nothing_yet', takes_up: takesUp }

async function addSheet(publication: 'published' | 'draft') {
  await inTransaction(testApp.context, (inside) =>
    insertPractice(inside, exchanges.network.id, {
      ...{ ...emptyPractice, holderId: exchanges.korea.id, themes: ['culture'], knownOn: inside.today },
      ...{
        title: original(`Une fiche ${publication}`),
        failedSaid: 'said',
        failed: original('Rien.'),
        publication,
      },
    }),
  )
}

test('what a side would take up is offered to it, and nobody else, as a use of a sheet of those whom it met', async () => {
  const { member, network } = exchanges
  await addSheet('published')
  await addSheet('draft')
  const { page } = await exchanges.add()
  const sent = await member.post(`${page}/outcome`, answer)
  const done = await member.get(String(sent.headers.location))
  expect(done.body).toContain(`href="${page}#take-up"`)
  expect(done.body).toContain(takesUp)
  const shown = (await member.get(page)).body
  expect(shown).toContain(`/practices/une-fiche-published/uses/new`)
  expect(shown).not.toContain('une-fiche-draft')
  const waiting = async () => (await toDoLinesOf(member, network.slug)).join(' ')
  expect(await waiting()).toContain('practices.takeUp')
  const form = `/fr/${network.slug}/practices/une-fiche-published/uses/new`
  const use = { ...(await fieldsOf(member, form)), state: 'trying' }
  expect((await member.post(form, use)).statusCode).toBe(303)
  expect(await waiting()).not.toContain('practices.takeUp')
  await expectKeptLines(testApp)
  const other = await signIn(testApp, {
    role: 'member',
    networkId: network.id,
    organisationIds: [exchanges.korea.id],
  })
  for (const browser of [testApp, other]) {
    const { body } = await browser.get(page)
    expect(pageWords(body)).toContain(`Ce qui serait repris ${takesUp}`)
    expect(body).not.toContain('id="take-up"')
  }
})

test('it is offered as a sheet of the other side, which decides on it', async () => {
  const { member, network } = exchanges
  const { page } = await exchanges.add()
  await member.post(`${page}/outcome`, answer)
  const [, address = ''] = /href="([^"]*\/practices\/new\?[^"]*)"/.exec((await member.get(page)).body) ?? []
  const fields = await fieldsOf(member, address.replaceAll('&amp;', '&'))
  expect([fields['title.fr.text'], fields['holder.id']]).toEqual([takesUp, exchanges.korea.id])
  const sent = await member.post(`/fr/${network.slug}/practices/new`, {
    ...{ ...fields, themes: ['culture'], reason: 'Vu au forum', action: 'anyway' },
  })
  expect(String(sent.headers.location)).toContain('/contributions/')
})

test('an answer that names nothing asks nothing more, and the line ends after two months', async () => {
  const { member, network } = exchanges
  const { page } = await exchanges.add()
  await member.post(`${page}/outcome`, { ...answer, takes_up: '' })
  expect((await member.get(page)).body).not.toContain('id="take-up"')
  expect(await toDoLinesOf(member, network.slug)).toEqual([])
  await member.post(`${page}/outcome`, answer)
  expect(await toDoLinesOf(member, network.slug)).toHaveLength(1)
  const late = { ...answer, takes_up: 'x'.repeat(601) }
  expect((await member.post(`${page}/outcome`, late)).statusCode).toBe(422)
  const ofFrance = { role: 'member' as const, networkId: network.id, organisationIds: [exchanges.france.id] }
  for (const [day, lines] of [
    ['2027-01-31', 1],
    ['2027-02-01', 0],
  ] as const) {
    exchanges.on(day)
    expect([day, await toDoLinesOf(await signIn(testApp, ofFrance), network.slug)]).toEqual([
      day,
      expect.objectContaining({ length: lines }),
    ])
  }
})
