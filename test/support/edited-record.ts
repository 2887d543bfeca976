import { fieldsOf } from './form-fields.ts'
import { openTestApp, type TestApp } from './open-test-app.ts'
import { type SignedIn, signIn } from './sign-in.ts'

export type Form = Record<string, string | string[]>

/** The demonstration with people who may change one of its records, and others who may not. */
export interface EditedRecord {
  testApp: TestApp
  networkId: string
  /** Speaks for Limoges. */
  member: SignedIn
  coordinator: SignedIn
  /** Speaks for Nantes Métropole. */
  other: SignedIn
  /** The record as programs read it. */
  read(): Promise<Record<string, unknown>>
  /** Sends a form of the record with its present values, except those given; the reason is given too unless left out. */
  send(part: string, changed: Form, browser?: SignedIn): ReturnType<SignedIn['post']>
  /** The fields of a form with their present values. */
  fields(part: string, browser?: SignedIn): Promise<Form>
  organisationId(slug: string): Promise<string>
  close(): Promise<void>
}

/** Opens the demonstration for editing one record, by its place in the network: `cooperations/limoges-icheon`. */
export async function openEditedRecord(place: string): Promise<EditedRecord> {
  const testApp = await openTestApp({ demonstration: true })
  const { database } = testApp.context
  const { network_id: networkId } = await database
    .selectFrom('networks_network')
    .select('network_id')
    .executeTakeFirstOrThrow()
  const organisationId = async (slug: string) => {
    const row = await database
      .selectFrom('directory_organisation')
      .select('organisation_id')
      .where('slug', '=', slug)
      .executeTakeFirstOrThrow()
    return row.organisation_id
  }
  const memberOf = async (slug: string) =>
    signIn(testApp, { role: 'member', networkId, organisationIds: [await organisationId(slug)] })
  const member = await memberOf('limoges')
  const edit = `/fr/france-coree/${place}/edit`
  const fields = (part: string, browser: SignedIn = member) => fieldsOf(browser, `${edit}/${part}`)
  return {
    testApp,
    networkId,
    member,
    coordinator: await signIn(testApp, { role: 'coordinator', networkId }),
    other: await memberOf('nantes-metropole'),
    organisationId,
    fields,
    read: async () =>
      (await testApp.get(`/api/v1/networks/france-coree/${place}`, { accept: 'application/json' })).json(),
    send: async (part, changed, browser = member) =>
      browser.post(`${edit}/${part}`, {
        ...(await fields(part, browser)),
        ...changed,
        reason: changed.reason || 'Archives du service',
      }),
    close: testApp.close,
  }
}
