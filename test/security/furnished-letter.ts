import { changingDraft } from '../../src/features/newsletter/issues/commands.ts'
import type { IssuePart } from '../../src/features/newsletter/issues/issue.ts'
import { approveIssue, publishIssue } from '../../src/features/newsletter/issues/states/commands.ts'
import { orderSending } from '../../src/features/newsletter/sending/commands.ts'
import { newId } from '../../src/platform/context/identifier.ts'
import { original } from '../support/build-texts.ts'
import { markedState } from '../support/letters.ts'
import { type FurnishedNetwork, group } from './furnished-network.ts'

/** A published letter and one in the making, both with a part of some source; returns the names in their addresses. */
export async function furnishLetter({
  testApp,
  networkId,
  coordinator,
}: Pick<FurnishedNetwork, 'testApp' | 'networkId' | 'coordinator'>): Promise<Record<string, string>> {
  const { context } = testApp
  const part = buildPart()
  const begin = async () => {
    await coordinator.post(`${group}/newsletter/draft`)
    const { issue } = await markedState(testApp, networkId)
    const named = { id: issue, networkId }
    await changingDraft(context, named, () => ({ parts: [part] }))
    return named
  }
  const first = await begin()
  await approveIssue(context, first, (await markedState(testApp, networkId)).seen)
  await publishIssue(context, first)
  const sending = await orderSending(testApp.application, context, first, '2026-11-20')
  await begin()
  return { number: '1', part: part.id, item: 'event:1', sending, step: 'cancel' }
}

function buildPart(): IssuePart {
  const words = { title: original('Semaine coréenne'), text: {}, credit: {} }
  const facts = { fr: [], ko: [], en: [] }
  const item = { key: 'event:1', path: null, themes: [], organisationIds: [], isHidden: false, own: null }
  return {
    id: newId(),
    kind: 'items',
    isHidden: false,
    isRemoved: false,
    source: 'agenda.comingUp',
    title: original('À venir'),
    ownTitle: null,
    items: [{ ...words, ...item, facts }],
  }
}
