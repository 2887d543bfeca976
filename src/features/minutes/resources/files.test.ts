import { beforeAll, expect, test } from 'vitest'
import { buildMeeting } from '../../../../test/support/build-meeting.ts'
import type { BuiltNetwork } from '../../../../test/support/build-network.ts'
import { multipartBody } from '../../../../test/support/multipart.ts'
import { openKeptGroup } from '../../../../test/support/open-kept-group.ts'
import type { TestApp } from '../../../../test/support/open-test-app.ts'
import { type SignedIn, signIn } from '../../../../test/support/sign-in.ts'
import { removeUnusedFiles } from '../../../platform/storage/unused-files.ts'

let testApp: TestApp
let network: BuiltNetwork
let keeper: SignedIn
beforeAll(async () => {
  ;({ testApp, network, keeper } = await openKeptGroup())
  return testApp.close
})

async function send(
  person: Pick<SignedIn, 'cookie'>,
  path: string,
  files: { name: string; bytes: string }[],
) {
  const { payload, headers } = await multipartBody(
    { language: 'fr' },
    files.map((file) => ({ field: 'files', type: 'application/pdf', ...file })),
  )
  return testApp.app.inject({
    method: 'POST',
    url: `/fr/${path}/resources/files`,
    payload,
    headers: { ...headers, accept: 'text/html', 'sec-fetch-site': 'same-origin', cookie: person.cookie },
  })
}

const addressIn = (page: string) => /href="([^"]+\/resources\/[0-9a-f-]+\/file)"/.exec(page)?.[1] ?? ''

test('files of a meeting are kept, named, and had by whoever may read of it', async () => {
  const { path } = await buildMeeting(testApp.context, network, { isHeld: true })
  const answer = await send(keeper, path, [
    { name: 'présentation_de_Limoges.pdf', bytes: '%PDF-1.7 diapositives' },
    { name: 'budget.xlsx', bytes: 'PK tableau' },
  ])
  expect(answer.statusCode).toBe(303)
  const form = (await keeper.get(`/fr/${path}/resources`)).body
  expect(form).toContain('value="présentation de Limoges"')
  expect(form).toContain('budget.xlsx')
  const page = (await testApp.get(`/fr/${path}`)).body
  expect(page).toMatch(/PDF,\s1\sko/)
  const file = await testApp.get(addressIn(page))
  expect(file.body).toBe('%PDF-1.7 diapositives')
  expect(file.headers['content-disposition']).toContain('attachment')
  expect(file.headers['x-content-type-options']).toBe('nosniff')
})

test('what is no paper of a meeting is refused in words, and nothing is kept', async () => {
  const { path, id } = await buildMeeting(testApp.context, network, { isHeld: true })
  for (const files of [[{ name: 'setup.exe', bytes: 'MZ' }], [{ name: 'vide.pdf', bytes: '' }], []]) {
    const answer = await send(keeper, path, files)
    expect(answer.statusCode).toBe(422)
  }
  const kept = await testApp.context.database
    .selectFrom('minutes_resource')
    .select('resource_id')
    .where('meeting_id', '=', id)
    .execute()
  expect(kept).toEqual([])
})

test('nobody else adds files, and those of a meeting that is not announced are nobody’s', async () => {
  const { path } = await buildMeeting(testApp.context, network)
  await send(keeper, path, [{ name: 'projet.pdf', bytes: '%PDF secret' }])
  const address = addressIn((await keeper.get(`/fr/${path}/resources`)).body)
  expect((await keeper.get(address)).body).toBe('%PDF secret')
  expect((await testApp.get(address)).statusCode).toBe(404)
  const member = await signIn(testApp, { role: 'member', networkId: network.id })
  expect((await send(member, path, [{ name: 'autre.pdf', bytes: '%PDF' }])).statusCode).toBe(404)
})

test('a file goes with its resource, and stays while the resource does', async () => {
  const { path, id } = await buildMeeting(testApp.context, network, { isHeld: true })
  await send(keeper, path, [{ name: 'a.pdf', bytes: '%PDF kept' }])
  const resource = await testApp.context.database
    .selectFrom('minutes_resource')
    .select(['resource_id', 'file_id'])
    .where('meeting_id', '=', id)
    .executeTakeFirstOrThrow()
  const isKept = async () =>
    (await testApp.context.database
      .selectFrom('platform_file')
      .select('file_id')
      .where('file_id', '=', resource.file_id ?? '')
      .executeTakeFirst()) !== undefined
  const form = {
    'resources.0.id': resource.resource_id,
    'resources.0.label.fr.text': 'Diapositives de Limoges',
    'resources.0.label.original': 'fr',
    'resources.0.kind': 'document',
    'resources.0.language': 'fr',
    action: 'save',
  }
  await keeper.post(`/fr/${path}/resources`, form)
  testApp.clock.advance({ hours: 48 })
  await removeUnusedFiles(testApp.application)
  expect(await isKept()).toBe(true)
  expect((await testApp.get(`/fr/${path}`)).body).toContain('Diapositives de Limoges')
  await keeper.post(`/fr/${path}/resources`, { action: 'save' })
  testApp.clock.advance({ hours: 48 })
  await removeUnusedFiles(testApp.application)
  expect(await isKept()).toBe(false)
})
