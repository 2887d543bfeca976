import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SentFile } from '../../../../../test/support/multipart.ts'
import { openTestApp, type TestApp } from '../../../../../test/support/open-test-app.ts'
import { pageWords } from '../../../../../test/support/page-words.ts'
import { heldValue, readerImports } from '../../../../../test/support/reader-imports.ts'
import { browserOf, type SignedIn, signIn } from '../../../../../test/support/sign-in.ts'
import { removeUnusedFiles } from '../../../../platform/storage/unused-files.ts'
import { forgetSubscribers } from '../retention.commands.ts'

let testApp: TestApp
let coordinator: SignedIn
let imports: ReturnType<typeof readerImports>
let networkId: string
beforeAll(async () => {
  testApp = await openTestApp({ demonstration: true })
  networkId = (
    await testApp.context.database
      .selectFrom('networks_network')
      .select('network_id')
      .where('slug', '=', 'france-coree')
      .executeTakeFirstOrThrow()
  ).network_id
  coordinator = await signIn(testApp, { role: 'coordinator', networkId })
  imports = readerImports(testApp, coordinator)
})
afterAll(() => testApp.close())

const document = (bytes: string | Uint8Array): SentFile => ({ field: 'document', name: 'feuille.pdf', bytes })

describe('a document that shows the consent', () => {
  const pdf = '%PDF-1.7\nFeuille de présence'

  it('stays with those who were subscribed by it, for those alone who look after readers', async () => {
    const checked = await imports.send([document(pdf)], { lines: 'signe@ville.example' })
    const proof = heldValue(checked.body, 'proof')
    await imports.send([], { lines: 'signe@ville.example', proof, step: 'write' })
    expect(await imports.rowOf('signe@ville.example')).toMatchObject({ proof_id: proof })
    const address = `/fr/france-coree/newsletter/subscribers/proofs/${proof}`
    expect((await coordinator.get('/fr/france-coree/newsletter/subscribers?q=signe')).body).toContain(address)
    const { statusCode, body, headers } = await coordinator.get(address)
    expect([statusCode, body]).toEqual([200, pdf])
    expect(headers['content-disposition']).toContain('attachment')
    expect(headers['cache-control']).toBe('private, no-cache')
    const member = await signIn(testApp, { role: 'member', networkId })
    const elsewhere = address.replace('france-coree', 'nowhere')
    expect([
      (await member.get(address)).statusCode,
      (await browserOf(testApp).get(address)).statusCode,
      (await coordinator.get(elsewhere)).statusCode,
      (await coordinator.get(`${address}x`)).statusCode,
    ]).toEqual([404, 404, 404, 404])
  })

  it.each([
    ['PNG', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])],
    ['JPEG', Buffer.from([0xff, 0xd8, 0xff, 0xe0])],
    ['mail', 'Received: from mx\r\nFrom: maire@ville.example\r\nSubject: oui\r\n\r\nOui.'],
  ])('may be a %s', async (_, bytes) => {
    const { body } = await imports.send([document(bytes)], { lines: 'autre@ville.example' })
    expect(heldValue(body, 'proof')).toMatch(/^[0-9a-f-]{36}$/)
  })

  it.each([
    ['a page', '<html><script>alert(1)</script>', 'ni un PDF'],
    ['a program', 'MZ\u0090\u0000', 'ni un PDF'],
    ['six megabytes', Buffer.alloc(6_000_000, '%PDF-'), 'volumineux'],
  ])('is refused as %s, with nothing lost', async (_, bytes, why) => {
    const answer = await imports.send([document(bytes)], { lines: 'rien@ville.example' })
    expect([answer.statusCode, answer.body.includes('href="#field-document"')]).toEqual([422, true])
    expect(pageWords(answer.body)).toContain(why)
    expect(answer.body).toContain('rien@ville.example')
  })

  it('of another network, or of none, is no proof', async () => {
    for (const proof of ['01a1b2c3-0000-7000-8000-000000000001', 'x']) {
      await imports.send([], { lines: `sans-${proof}@ville.example`, proof, step: 'write' })
      expect(await imports.rowOf(`sans-${proof}@ville.example`)).toMatchObject({ proof_id: null })
    }
  })

  it('is erased with the last proof that rests on it, and in a day where nobody was subscribed by it', async () => {
    const proofs = async () =>
      (await testApp.context.database.selectFrom('newsletter_proof').select('proof_id').execute()).length
    await imports.send([document('%PDF-unused')], { lines: 'jamais@ville.example' })
    const contents = async () =>
      (await testApp.context.database.selectFrom('platform_file').select('name').execute()).filter(
        ({ name }) => name === 'feuille.pdf',
      ).length
    testApp.clock.advance({ hours: 49 })
    await forgetSubscribers(testApp.context)
    expect(await proofs()).toBe(1)
    await testApp.context.database
      .updateTable('newsletter_subscription')
      .set({ state: 'left', left_at: testApp.clock.now().toString(), left_by: 'reader' })
      .where('proof_id', 'is not', null)
      .execute()
    testApp.clock.advance({ hours: 24 * 365 * 2 })
    await forgetSubscribers(testApp.context)
    expect(await proofs()).toBe(1)
    testApp.clock.advance({ hours: 24 * 400 })
    await forgetSubscribers(testApp.context)
    expect(await proofs()).toBe(0)
    await removeUnusedFiles(testApp.application)
    expect(await contents()).toBe(0)
  })
})
