import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildCooperation } from '../../../../test/support/build-cooperation.ts'
import { buildNetwork } from '../../../../test/support/build-network.ts'
import { openTestApp, type TestApp } from '../../../../test/support/open-test-app.ts'
import { writeEvent } from '../../agenda/events/index.ts'
import type { Status } from '../codes.ts'
import { basisOf } from '../dormancy.ts'
import { findCooperation } from './queries.ts'

let testApp: TestApp
let network: { id: string; slug: string }
beforeAll(async () => {
  testApp = await openTestApp({ directory: 'none' })
  network = await buildNetwork(testApp.context)
})
afterAll(() => testApp.close())

interface Story {
  stated?: { status: Status; on: string }
  exchange?: { when: string; knownOn?: string; state?: 'past' | 'planned' }
}

async function tell({ stated, exchange }: Story) {
  const tie = await buildCooperation(testApp.context, network.id, {
    knownOn: '2000-01-01',
    standings: stated
      ? [
          {
            status: stated.status,
            intention: null,
            reason: {},
            saidById: null,
            statedOn: stated.on,
            knownOn: stated.on,
          },
        ]
      : [],
  })
  if (exchange) {
    await writeEvent(testApp.context, network.id, {
      slug: `exchange-${tie.slug}`,
      kind: 'exchange',
      title: {},
      when: exchange.when,
      state: exchange.state ?? 'past',
      organisations: [],
      cooperationIds: [tie.id],
      knownOn: exchange.knownOn ?? '2000-01-01',
    })
  }
  return async (today: string) => {
    const { standing: status } = await findCooperation({ ...testApp.context, today }, network.id, tie.slug)
    return [status.status, basisOf(status)]
  }
}

describe('the state of a tie', () => {
  it('fades from active to slow after three years and to dormant after six, without anybody saying so', async () => {
    const on = await tell({ stated: { status: 'active', on: '2010-06-01' } })
    expect(await on('2010-06-01')).toEqual(['active', 'stated'])
    expect(await on('2013-06-01')).toEqual(['active', 'stated'])
    expect(await on('2013-06-02')).toEqual(['slow', 'noExchangeSince'])
    expect(await on('2016-06-01')).toEqual(['slow', 'noExchangeSince'])
    expect(await on('2016-06-02')).toEqual(['dormant', 'noExchangeSince'])
  })

  it('is woken by an exchange after it was said to sleep', async () => {
    const on = await tell({
      stated: { status: 'dormant', on: '2012-01-01' },
      exchange: { when: '2014-05-02', knownOn: '2014-05-02' },
    })
    expect(await on('2013-01-01')).toEqual(['dormant', 'stated'])
    expect(await on('2014-05-02')).toEqual(['active', 'exchangeSince'])
  })

  it('stays dormant while the last exchange is older than the word', async () => {
    const on = await tell({
      stated: { status: 'dormant', on: '2012-01-01' },
      exchange: { when: '2011-12-31', knownOn: '2011-12-31' },
    })
    expect(await on('2012-02-01')).toEqual(['dormant', 'stated'])
  })

  it('is what was said for ended, suspended and prospective ties, however long ago', async () => {
    for (const status of ['ended', 'suspended', 'prospective'] as const) {
      const on = await tell({ stated: { status, on: '2001-01-01' } })
      expect(await on('2020-01-01')).toEqual([status, 'stated'])
    }
  })

  it('does not take a plan for an exchange, even once its date has passed', async () => {
    const on = await tell({ exchange: { when: '2017-10', state: 'planned' } })
    expect(await on('2018-01-01')).toEqual(['prospective', 'nothingKnown'])
  })

  it('counts a programme without an end only until a source last spoke of it', async () => {
    const on = await tell({ exchange: { when: '2006/..', knownOn: '2007-07-07' } })
    expect(await on('2010-07-07')).toEqual(['active', 'exchangeSince'])
    expect(await on('2010-07-08')).toEqual(['slow', 'noExchangeSince'])
  })

  it('does not know what became known later', async () => {
    const on = await tell({
      stated: { status: 'active', on: '2010-01-01' },
      exchange: { when: '2015', knownOn: '2019-01-01' },
    })
    expect(await on('2018-12-31')).toEqual(['dormant', 'noExchangeSince'])
    expect((await on('2019-01-01'))[0]).toBe('slow')
  })
})
