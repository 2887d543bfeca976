import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildContact } from '../../../test/support/build-contact.ts'
import { buildNetwork } from '../../../test/support/build-network.ts'
import { fieldsOf } from '../../../test/support/form-fields.ts'
import { sampleMail } from '../../../test/support/mailbox.ts'
import { openTestApp, type TestApp } from '../../../test/support/open-test-app.ts'
import { pageWords } from '../../../test/support/page-words.ts'
import { type SignedIn, signIn } from '../../../test/support/sign-in.ts'
import { listOwnTables } from '../../platform/database/backup/own-tables.ts'
import { writeBackup } from '../../platform/database/backup/write-backup.ts'
import { sendMail } from '../../platform/mail/send-mail.ts'

const name = 'Solange Kerbihan'
const address = 'solange.kerbihan@ville.example'
const tie = '/fr/france-coree/cooperations/limoges-icheon'

// Where the records of the demonstration have texts of people.
const written = [
  ['minutes_decision', 'text'],
  ['minutes_meeting', 'chair'],
  ['minutes_participant', 'function'],
  ['networks_membership', 'person'],
  ['agenda_event', 'title'],
  ['registry_actor', 'role'],
  ['registry_agreement', 'object'],
  ['registry_dispute', 'note'],
  ['registry_interest', 'seeks'],
  ['registry_note', 'label'],
  ['registry_prospect', 'text'],
  ['registry_standing', 'reason'],
] as const

let testApp: TestApp
let networkId: string
let solange: SignedIn
let coordinator: SignedIn
let post: string

beforeAll(async () => {
  testApp = await openTestApp({ demonstration: true })
  const { database } = testApp.context
  networkId = (await database.selectFrom('networks_network').select('network_id').executeTakeFirstOrThrow())
    .network_id
  const limoges = await database
    .selectFrom('directory_organisation')
    .select('organisation_id as id')
    .where('slug', '=', 'limoges')
    .executeTakeFirstOrThrow()
  solange = await signIn(testApp, { role: 'member', networkId, organisationIds: [limoges.id], name, address })
  coordinator = await signIn(testApp, { role: 'coordinator', networkId })
  const fields = await fieldsOf(solange, `${tie}/edit/summary`)
  const changed = await solange.post(`${tie}/edit/summary`, {
    ...fields,
    'summary.fr.text': `L’adjointe au maire, ${name}, a signé la convention.`,
    reason: `Signé par ${name}, adjointe au maire (${address}).`,
  })
  expect(changed.statusCode).toBe(303)
  await solange.post(`${tie}/edit/summary/draft`, { reason: `Brouillon de ${name}` })
  // Two contacts of hers, one of them in a post that she has left.
  const network = { id: networkId, slug: 'france-coree' }
  await buildContact(testApp.context, network, limoges.id, { name: { fr: name }, email: address })
  const left = await buildContact(testApp.context, network, limoges.id, {
    name: { fr: name },
    email: address,
  })
  await solange.post(`/fr/${left.path}/vacancy`, { since: 'octobre 2026' })
  post = left.path
  const signed = { fr: { text: `${name}, déléguée au jumelage`, state: 'original' } }
  for (const [table, column] of written)
    await sql`update ${sql.table(table)} set ${sql.ref(column)} = ${JSON.stringify(signed)}::jsonb
      where ctid in (select ctid from ${sql.table(table)} limit 5)`.execute(database)
  await database
    .updateTable('registry_agreement_party')
    .set({ signatory: JSON.stringify(signed) })
    .where('organisation_id', '=', limoges.id)
    .execute()
  await sendMail(testApp.context, sampleMail({ to: { address, name }, networkId }))
  await sendMail(
    testApp.context,
    sampleMail({ networkId, body: [{ kind: 'paragraph', text: `${name} vous invite.` }], replyTo: address }),
  )
})
afterAll(() => testApp.close())

/** Every place of the database that holds one of these texts, in any case. */
async function placesOf(texts: string[]): Promise<string[]> {
  const { database } = testApp.context
  const places: string[] = []
  for (const { name: table, columns } of await listOwnTables(database)) {
    for (const [column, type] of Object.entries(columns)) {
      if (!/text|json|char/.test(type)) continue
      const wanted = texts.map((text) => `%${text}%`)
      const { rows } = await sql<{ count: number }>`
        select count(*)::int as count from ${sql.table(table)} where ${sql.ref(column)}::text ilike any(${wanted}::text[])
      `.execute(database)
      if ((rows[0]?.count ?? 0) > 0) places.push(`${table}.${column}`)
    }
  }
  return places.sort()
}

async function backup(): Promise<string> {
  let file = ''
  const write = async (piece: string) => {
    file += piece
  }
  await writeBackup(testApp.context.database, {
    clock: testApp.clock,
    storage: testApp.application.storage,
    write,
    progress: () => {},
  })
  return file
}

describe('somebody who is signed in', () => {
  it('reads all that is kept about them, and takes it along as a file', async () => {
    const page = await solange.get('/fr/account/data')
    for (const text of [
      name,
      address,
      'Modifications de fiches',
      'Brouillon de',
      'Groupe-pays',
      'Limoges',
      'membre',
    ])
      expect(page.body, text).toContain(text)
    expect(page.headers['cache-control']).toContain('no-store')
    const file = await solange.get('/fr/account/data.json')
    const data = file.json()
    expect(data.account).toMatchObject([{ name, address, language: 'fr' }])
    expect(data.roles).toMatchObject([{ network: { fr: expect.any(String) }, role: 'member' }])
    expect(data.mails).toMatchObject([{ address }])
    expect(data.drafts).toHaveLength(1)
    expect(data.contacts).toHaveLength(2)
    expect(data.versions).toMatchObject([{ organisation: { fr: expect.any(String) }, kind: 'cooperation' }])
    expect(file.body).not.toContain('token')
  })

  it('finds the way there on the account page', async () => {
    expect((await solange.get('/fr/account')).body).toContain('href="/fr/account/data"')
  })

  it('sees nothing of anybody else, and nobody sees it without signing in', async () => {
    expect((await coordinator.get('/fr/account/data')).body).not.toContain(name)
    const stranger = await testApp.get('/fr/account/data')
    expect([stranger.statusCode, stranger.headers.location]).toEqual([
      303,
      '/fr/sign-in?next=%2Ffr%2Faccount%2Fdata',
    ])
    expect((await testApp.get('/fr/account/data.json')).statusCode).toBe(303)
  })

  it('cannot be erased by a slip', async () => {
    const answer = await solange.post('/fr/account/data/erasure')
    expect([answer.statusCode, pageWords(answer.body)]).toEqual([
      200,
      expect.stringContaining('Effacer vos données ?'),
    ])
    expect(answer.body).toMatch(/name="sure" value="yes"/)
    expect((await solange.get('/fr/account/data')).body).toContain(name)
  })

  it('does not leave a network without a coordinator, nor the server without an operator', async () => {
    const apart = await buildNetwork(testApp.context)
    const alone = await signIn(testApp, { role: 'coordinator', networkId: apart.id })
    const last = await alone.post('/fr/account/data/erasure', { sure: 'yes' })
    expect(last.statusCode).toBe(409)
    expect(last.body).toContain('la seule personne au secrétariat')
    await testApp.context.database.updateTable('people_person').set({ operator_since: null }).execute()
    const operator = await signIn(testApp, { isOperator: true })
    const refused = await operator.post('/fr/account/data/erasure', { sure: 'yes' })
    expect(refused.statusCode).toBe(409)
    expect(refused.body).toContain('la seule personne à administrer')
    const second = await signIn(testApp, { isOperator: true })
    expect((await second.post('/fr/account/data/erasure', { sure: 'yes' })).statusCode).toBe(200)
  })
})

describe('an erasure', () => {
  it('leaves no byte of name and address in any table, nor in a later backup', async () => {
    expect(await placesOf([name, address])).toEqual(
      expect.arrayContaining([
        'contacts_person.email',
        'contacts_person.name',
        'contributions_draft.fields',
        'contributions_version.document',
        'contributions_version.reason',
        'people_person.email',
        'people_person.name',
        'platform_mail.body',
        'platform_mail.to_address',
        'registry_agreement_party.signatory',
        ...written.map(([table, column]) => `${table}.${column}`),
        'registry_cooperation.search',
        'registry_cooperation.summary',
        'registry_passage.text',
      ]),
    )
    const answer = await solange.post('/fr/account/data/erasure', { sure: 'yes' })
    expect(answer.statusCode).toBe(200)
    expect(answer.body).toContain('Vos données sont effacées')
    expect(await placesOf([name, address])).toEqual([])
    const file = (await backup()).toLowerCase()
    expect(file.includes(name.toLowerCase())).toBe(false)
    expect(file.includes(address)).toBe(false)
  })

  it('keeps what was contributed, for the organisation and with the function', async () => {
    const page = (await testApp.get(tie)).body
    expect(page).toContain('L’adjointe au maire a signé la convention.')
    expect(page).toContain('déléguée au jumelage')
    const history = (await coordinator.get(`${tie}/history`)).body
    expect(history).toContain('Limoges')
    expect(history).toContain('Signé par […], adjointe au maire')
    expect((await coordinator.get(`${tie}/history/2`)).body).toContain('a signé la convention.')
  })

  it('keeps a post that was held, with its dates', async () => {
    const page = (await coordinator.get(`/fr/${post}`)).body
    expect(page).toMatch(/Personne dont les données ont été effacées[\s\S]*octobre\s2026/)
  })

  it('signs the person out everywhere and ends their roles', async () => {
    expect((await solange.get('/fr/account/data')).statusCode).toBe(303)
    expect((await solange.get(`${tie}/edit`)).statusCode).toBe(404)
    const roles = await testApp.context.database
      .selectFrom('people_role')
      .select('ends_at as endsAt')
      .where('person_id', '=', solange.personId)
      .execute()
    expect(roles.map(({ endsAt }) => endsAt !== null)).toEqual([true])
  })
})
