import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildCooperation } from '../../../test/support/build-cooperation.ts'
import { buildNetwork } from '../../../test/support/build-network.ts'
import { buildOrganisation } from '../../../test/support/build-organisation.ts'
import { original } from '../../../test/support/build-texts.ts'
import { openTestApp, type TestApp } from '../../../test/support/open-test-app.ts'
import { organisationTexts } from './organisation-texts.commands.ts'

let testApp: TestApp
beforeAll(async () => {
  testApp = await openTestApp({ directory: 'none' })
})
afterAll(() => testApp.close())

test('the text about an organisation is for translators from the first day on which it takes part in a group', async () => {
  const { context } = testApp
  const network = await buildNetwork(context)
  const about = original('Une ville de porcelaine.')
  const town = await buildOrganisation(context)
  await context.database
    .updateTable('directory_organisation')
    .set({ about: JSON.stringify(about) })
    .where('organisation_id', '=', town.id)
    .execute()
  for (const knownOn of ['2017-07-07', '2024-05-01'])
    await buildCooperation(context, network.id, {
      knownOn,
      parties: [town, await buildOrganisation(context, { country: 'KR', kind: 'si', level: 2 })],
    })
  const [found] = await organisationTexts.listTexts(context, network.id)
  expect(found?.texts).toEqual([{ path: 'about', text: about, knownOn: '2017-07-07' }])
})
