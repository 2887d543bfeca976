import { beforeAll, describe, expect, test } from 'vitest'
import { findReference } from '../support/build-organisation.ts'
import { readMailbox } from '../support/mailbox.ts'
import { browserOf } from '../support/sign-in.ts'
import { type FurnishedNetwork, group, openFurnishedNetwork, tie } from './furnished-network.ts'

let fixture: FurnishedNetwork
beforeAll(async () => {
  fixture = await openFurnishedNetwork()
  return fixture.testApp.close
})

const unknown = 'personne@nulle-part.example'

/** The text of an answer without the address and what is generated for each page. */
function withoutAddress(body: string, address: string): string {
  return body
    .replaceAll(address, '…')
    .replaceAll(/value="\d{10,}\.[\w-]+"/g, 'value="…"')
    .replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f-]{22}/g, '…')
}

describe('whether there is an account', () => {
  test('is not told by the answer to a correction', async () => {
    const answers = []
    for (const address of [fixture.member.address, unknown]) {
      const form = { words: 'Cette date est fausse.', address }
      const { statusCode, headers, body } = await browserOf(fixture.testApp).post(`${tie}/correction`, form)
      answers.push({ statusCode, location: headers.location, body: withoutAddress(body, address) })
    }
    expect(answers[0]).toEqual(answers[1])
    expect(answers[0]?.statusCode).toBe(200)
  })

  test('is not told to who invites, nor by the list of invitations', async () => {
    const answers = []
    for (const address of [fixture.member.address, unknown]) {
      const form = { address, name: 'Claire', role: 'reader', language: 'fr' }
      const { statusCode, headers, body } = await fixture.coordinator.post(
        `${group}/people/invitations`,
        form,
      )
      answers.push({ statusCode, location: headers.location, body: withoutAddress(body, address) })
    }
    expect(answers[0]).toEqual(answers[1])
    const list = (await fixture.coordinator.get(`${group}/people`)).body
    const rows = list.slice(list.indexOf('id="invitations"'))
    expect([rows.includes(unknown), rows.includes(fixture.member.address)]).toEqual([true, true])
  })

  test('is not told to who asks a partner', async () => {
    const organisation = (await findReference(fixture.testApp.context, 'icheon')).id
    const answers = []
    for (const address of [fixture.member.address, unknown]) {
      const form = { organisation, address, name: '', language: 'ko' }
      const { statusCode, headers } = await fixture.coordinator.post(`${tie}/confirmation/requests`, form)
      answers.push({ statusCode, location: headers.location })
    }
    expect(answers[0]).toEqual(answers[1])
  })

  test('is not told to who asks for a new address of their own', async () => {
    const answers = []
    for (const address of [fixture.coordinator.address, unknown]) {
      const { statusCode, headers } = await fixture.member.post('/fr/account/address', { address })
      answers.push({ statusCode, location: headers.location })
    }
    expect(answers[0]).toEqual(answers[1])
  })
})

describe('a name of two lines', () => {
  const name = 'Claire\r\nBcc: all@elsewhere.example\r\n\r\nAnother body'

  test('is no name in the forms of people', async () => {
    const invited = { address: 'deux@lignes.example', name, role: 'reader', language: 'fr' }
    const answers = [
      await fixture.coordinator.post(`${group}/people/invitations`, invited),
      await fixture.member.post('/fr/account/profile', { name, language: 'fr' }),
      await fixture.member.post('/fr/account/tokens', {
        tokenName: name,
        network: 'france-coree',
        scopes: 'read',
        days: '30',
      }),
    ]
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([422, 422, 422])
  })

  test('adds no header and no recipient to a mail that is sent all the same', async () => {
    const { testApp, coordinator } = fixture
    const organisation = (await findReference(testApp.context, 'icheon')).id
    await browserOf(testApp).post(`${tie}/correction`, {
      words: 'Cette année est fausse.',
      name,
      address: 'deux.lignes@lectrice.example',
    })
    const asked = { organisation, address: 'deux.lignes@partenaire.example', name, language: 'fr' }
    await coordinator.post(`${tie}/confirmation/requests`, asked)
    const rows = await testApp.context.database
      .selectFrom('platform_mail')
      .select(['to_address', 'to_name', 'subject', 'reply_to'])
      .where('to_address', 'like', 'deux.lignes@%')
      .execute()
    expect(rows.map((row) => row.to_address).toSorted()).toEqual([
      'deux.lignes@lectrice.example',
      'deux.lignes@partenaire.example',
    ])
    for (const row of rows) expect(Object.values(row).join('')).not.toMatch(/[\r\n]/)
  })

  test('an address of two is taken by no form', async () => {
    const address = 'une@ville.example,deux@ville.example'
    const before = (await readMailbox(fixture.testApp)).length
    const organisation = (await findReference(fixture.testApp.context, 'icheon')).id
    const answers = [
      await browserOf(fixture.testApp).post('/fr/sign-in', { address }),
      await browserOf(fixture.testApp).post(`${tie}/correction`, { words: 'Une date est fausse.', address }),
      await fixture.member.post('/fr/account/address', { address }),
      await fixture.coordinator.post(`${group}/people/invitations`, {
        address,
        name: 'Deux',
        role: 'reader',
        language: 'fr',
      }),
      await fixture.coordinator.post(`${tie}/confirmation/requests`, {
        organisation,
        address,
        name: '',
        language: 'fr',
      }),
    ]
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([422, 422, 422, 422, 422])
    expect((await readMailbox(fixture.testApp)).length).toBe(before)
  })
})
