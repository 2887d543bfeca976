import { expect, test } from 'vitest'
import { openEditedRecord } from '../../../../test/support/edited-record.ts'
import { lookUpNetwork } from '../../networks/index.ts'
import { findCurrentVersion, lookUpDocument } from './queries.ts'

test('a record that somebody changes while it is read is read as one version, as it was or as it is', async () => {
  const record = await openEditedRecord('cooperations/limoges-icheon')
  try {
    const { testApp } = record
    const context = { ...testApp.context, today: '2017-07-08' }
    const network = await lookUpNetwork(context, 'france-coree')
    const kind = testApp.application.records.find((each) => each.kind === 'cooperation')
    const head = network && (await kind?.lookUp(context, network, { slug: 'limoges-icheon' }))
    if (!kind || !head || !network) throw new Error('There is no cooperation')
    await record.send('summary', { 'summary.fr.text': 'Avant la lecture.' })
    let isFirst = true
    const read: typeof kind.read = async (...asked) => {
      const document = await kind.read(...asked)
      if (isFirst) {
        isFirst = false
        await record.send('summary', { 'summary.fr.text': 'Pendant la lecture.' })
      }
      return document
    }
    const current = await findCurrentVersion(context, network, { ...kind, read }, head.id)
    expect(current).toEqual({
      number: 3,
      document: await lookUpDocument(context, kind.kind, head.id, 3),
      unwritten: [],
    })
  } finally {
    await record.close()
  }
})
