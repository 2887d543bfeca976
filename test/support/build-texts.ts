import { indexNetwork } from '../../src/features/translations/index.ts'
import type { Person, Role } from '../../src/platform/context/actor.ts'
import type { LocalizedText } from '../../src/platform/i18n/localized-text.ts'
import { buildCooperation } from './build-cooperation.ts'
import { buildNetwork } from './build-network.ts'
import type { TestApp } from './open-test-app.ts'
import { personWith, signedInAs } from './test-identity.ts'

/** A text in French alone. */
export const original = (text: string): LocalizedText => ({ fr: { text, state: 'original' } })

/** A group of cooperations with these summaries, indexed, and the address of its list of texts in French. */
export async function buildTexts(testApp: TestApp, ...summaries: LocalizedText[]) {
  const network = await buildNetwork(testApp.context)
  const ties = []
  for (const summary of summaries) ties.push(await buildCooperation(testApp.context, network.id, { summary }))
  await indexNetwork(testApp.context, testApp.application.textOwners, network.id)
  return { network, ties, address: `/fr/${network.slug}/translations` }
}

/** The id of a summary in one language. */
export async function textIdOf(testApp: TestApp, recordId = '', language = 'ko'): Promise<string> {
  const { text_id } = await testApp.context.database
    .selectFrom('translations_text')
    .select('text_id')
    .where('record_id', '=', recordId)
    .where('path', '=', 'summary')
    .where('language', '=', language)
    .executeTakeFirstOrThrow()
  return text_id
}

/** A summary as its record has it. */
export async function summaryOf(testApp: TestApp, tieId = ''): Promise<LocalizedText> {
  const row = await testApp.context.database
    .selectFrom('registry_cooperation')
    .select('summary')
    .where('cooperation_id', '=', tieId)
    .executeTakeFirstOrThrow()
  return row.summary
}

/** The headers of a request by a person with a role. */
export const as = (role: Role, networkId: string) => signedInAs(personWith(role, networkId) satisfies Person)

/** Sends a form. */
export function post(
  testApp: TestApp,
  url: string,
  headers: Record<string, string>,
  form: Record<string, string>,
) {
  return testApp.app.inject({
    method: 'POST',
    url,
    headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams(form).toString(),
  })
}

/** The value of a hidden field of a page. */
export const hidden = (body: string, name: string) =>
  body.match(new RegExp(`name="${name}" value="([^"]*)"`))?.[1] ?? ''
