import { beforeAll, expect, test } from 'vitest'
import { buildCooperation } from '../../../../test/support/build-cooperation.ts'
import { buildNetwork } from '../../../../test/support/build-network.ts'
import { openTestApp, type TestApp } from '../../../../test/support/open-test-app.ts'
import { personWith, testIdentity } from '../../../../test/support/test-identity.ts'
import type { LocalizedText } from '../../../platform/i18n/localized-text.ts'
import { indexNetwork, listSuggestions, saveTranslation } from '../index.ts'

let testApp: TestApp
beforeAll(async () => {
  testApp = await openTestApp({ directory: 'none', identify: testIdentity })
  return testApp.close
})

const owners = () => testApp.application.textOwners

async function buildTie(summary: LocalizedText, networkId?: string) {
  const network = networkId ? { id: networkId, slug: '' } : await buildNetwork(testApp.context)
  const tie = await buildCooperation(testApp.context, network.id, { summary })
  await indexNetwork(testApp.context, owners(), network.id)
  const place = { networkId: network.id, recordKind: 'cooperation', recordId: tie.id, path: 'summary' }
  return { network, tie, place }
}

test('suggests what people wrote, never what a machine did, and only from networks in which the reader translates', async () => {
  const { network } = await buildTie({
    fr: { text: 'La délégation de Limoges visite Icheon en mai 2017.', state: 'original' },
    ko: { text: '리모주 대표단이 2017년 5월 이천시를 방문합니다.', state: 'reviewed' },
  })
  await buildTie(
    {
      fr: { text: 'La délégation de Limoges visite Icheon en juin 2017.', state: 'original' },
      ko: { text: '기계가 번역한 문장입니다.', state: 'machine' },
    },
    network.id,
  )
  const other = await buildNetwork(testApp.context)
  const wanted = { text: 'La délégation de Limoges visite Icheon en mai 2018.', from: 'fr', to: 'ko' }
  const suggested = async (networkId: string, member: string[], reader: string[] = []) => {
    const actor = { ...personWith('member', networkId) }
    actor.holdings = [
      ...member.map((each) => ({ networkId: each, role: 'member' as const, organisationIds: [] })),
      ...reader.map((each) => ({ networkId: each, role: 'reader' as const, organisationIds: [] })),
    ]
    const found = await listSuggestions({ ...testApp.context, actor }, { ...wanted, networkId })
    return found.map(({ target }) => target)
  }
  expect(await suggested(network.id, [network.id])).toEqual([
    '리모주 대표단이 2017년 5월 이천시를 방문합니다.',
  ])
  expect(await suggested(other.id, [other.id])).toEqual([])
  expect(await suggested(other.id, [other.id, network.id])).toHaveLength(1)
  // The memory contains what mere readers may not see: what members expect of each other.
  expect(await suggested(other.id, [other.id], [network.id])).toEqual([])
})

test('suggests the same sentence first, sentence by sentence where both texts have as many', async () => {
  const { network } = await buildTie({
    fr: { text: 'Un accord est signé à Daegu. La ville accueille un festival.', state: 'original' },
    ko: { text: '대구에서 협정을 체결합니다. 도시에서 축제를 엽니다.', state: 'reviewed' },
  })
  const wanted = { networkId: network.id, from: 'ko', to: 'fr' }
  const [first] = await listSuggestions(testApp.context, { ...wanted, text: '도시에서 축제를 엽니다.' })
  expect(first).toMatchObject({ target: 'La ville accueille un festival.', likeness: 1 })
  expect(await listSuggestions(testApp.context, { ...wanted, text: '전혀 다른 이야기입니다.' })).toEqual([])
  expect(await listSuggestions(testApp.context, { ...wanted, text: '' })).toEqual([])
})

test('forgets a translation once its original has changed', async () => {
  const { network, place } = await buildTie({
    fr: { text: 'Un accord est signé à Daegu.', state: 'original' },
    ko: { text: '대구에서 협정을 체결합니다.', state: 'reviewed' },
  })
  const passage = { text: 'Un accord est signé à Busan.', state: 'original' as const }
  await saveTranslation(testApp.context, owners(), { ...place, language: 'fr', passage, madeFrom: null })
  const wanted = { networkId: network.id, from: 'fr', to: 'ko', text: 'Un accord est signé à Daegu.' }
  expect(await listSuggestions(testApp.context, wanted)).toEqual([])
})
