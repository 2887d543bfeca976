import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestApp, type TestApp } from '../../../../test/support/open-test-app.ts'
import { pageWords } from '../../../../test/support/page-words.ts'
import { openProposalQueue, type ProposalQueue } from '../../../../test/support/proposal-queue.ts'
import { proposalLink, proposeEvent, sendProposal } from '../../../../test/support/propose-event.ts'
import { browserOf } from '../../../../test/support/sign-in.ts'
import { agendaJobs } from '../jobs.ts'
import { eraseFromAgenda } from '../personal-data.commands.ts'
import { listAgendaData } from '../personal-data.queries.ts'

let testApp: TestApp
let queue: ProposalQueue
beforeAll(async () => {
  testApp = await openTestApp({ demonstration: true })
  queue = await openProposalQueue(testApp)
})
afterAll(() => testApp.close())

const visitor = () => browserOf(testApp)

describe('as time goes by', () => {
  const forget = async () => {
    for (const job of agendaJobs(testApp.application)) await job.run(null)
  }
  const subject = (address: string) => ({ personId: null, names: [], addresses: [address] })

  it('a confirmation comes too late after a week, and what waited for it is forgotten', async () => {
    await sendProposal(testApp, { 'title.fr.text': 'Oubliée', address: 'oubli@b.example' })
    const confirm = await proposalLink(testApp, 'oubli@b.example')
    testApp.clock.advance({ hours: 24 * 7 + 1 })
    const late = await visitor().post(`${confirm}/confirmation`)
    expect([late.statusCode, pageWords(late.body)]).toEqual([410, expect.stringContaining('oubliée')])
    await forget()
    expect((await visitor().get(confirm)).statusCode).toBe(404)
  })

  it('somebody reads and has erased what is kept about them', async () => {
    const { path } = await proposeEvent(testApp, {
      'title.fr.text': 'À effacer',
      address: 'effacer@b.example',
    })
    await visitor().post(`${path}/messages`, { text: 'Appelez-moi.' })
    const kept = await listAgendaData(testApp.context, subject('effacer@b.example'))
    expect(kept.map(({ section, records }) => [section, records.length])).toEqual([
      ['proposals', 1],
      ['messages', 1],
    ])
    await eraseFromAgenda(testApp.context, { ...subject('effacer@b.example'), names: ['Aline Attachée'] })
    expect(await listAgendaData(testApp.context, subject('effacer@b.example'))).toEqual([])
    expect((await visitor().get(path)).statusCode).toBe(404)
    expect((await queue.coordinator.get(await queue.placeOf('À effacer'))).body).not.toContain('Aline')
  })

  it('a proposer goes a year after the event, and what was published stays with its credit', async () => {
    const published = { 'title.fr.text': 'Publiée', address: 'publiee@b.example' }
    await proposeEvent(testApp, published)
    await proposeEvent(testApp, { 'title.fr.text': 'Jamais publiée', address: 'jamais@b.example' })
    await queue.coordinator.post(`${await queue.placeOf('Publiée')}/decision`, { decision: 'accepted' })
    testApp.clock.advance({ hours: 24 * 300 })
    await forget()
    expect(await listAgendaData(testApp.context, subject('publiee@b.example'))).toHaveLength(1)
    testApp.clock.advance({ hours: 24 * 80 })
    await forget()
    expect(await listAgendaData(testApp.context, subject('publiee@b.example'))).toEqual([])
    const rows = await testApp.context.database
      .selectFrom('agenda_proposal')
      .select(['sender_name', 'sender_address', 'event_id'])
      .execute()
    const nobody = { sender_name: '', sender_address: null, event_id: expect.any(String) }
    expect(rows).toEqual(rows.map(() => nobody))
    expect(rows.length).toBeGreaterThan(0)
    expect(pageWords((await testApp.get('/fr/france-coree/agenda/publiee')).body)).toContain(
      'Proposé par Ambassade de France en Corée',
    )
  })
})
