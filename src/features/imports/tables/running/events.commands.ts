import type { Context } from '../../../../platform/context/context.ts'
import { newId } from '../../../../platform/context/identifier.ts'
import { readEdtf } from '../../../../platform/dates/index.ts'
import {
  addEvents,
  type EventDocument,
  emptyEvent,
  listTiesBetween,
  longestSummary,
  longestTitle,
  longestVenue,
} from '../../../agenda/events/index.ts'
import type { BatchSource } from '../../../registry/batches/index.ts'
import { writeEvidence } from '../../../registry/evidence/index.ts'
import type { RowFacts } from '../rows/row-facts.ts'
import type { Made } from './made.ts'
import { textIn } from './written-rows.ts'

export interface EventRow {
  facts: RowFacts
  organiserId: string | null
  partnerId: string | null
}

/** Adds the events of some rows, each resting on the table; they are for the group until a person publishes them. */
export async function addEventRows(
  context: Context,
  { source, language }: { source: BatchSource; language: string },
  rows: readonly EventRow[],
): Promise<Made[]> {
  const events: { id: string; document: EventDocument; row: EventRow }[] = []
  for (const row of rows)
    events.push({ id: newId(), document: await documentOf(context, source.networkId, row, language), row })
  await addEvents(context, source.networkId, events)
  await writeEvidence(
    context,
    source.networkId,
    events.map(({ id }) => ({
      subjectKind: 'activity',
      subjectId: id,
      field: 'activity',
      sourceId: source.sourceId,
      locator: null,
      stance: 'supports' as const,
      extractedBy: source.extractedBy,
      knownOn: context.today,
    })),
  )
  return events.map(({ id, row }) => ({ kind: 'event', id, row: row.facts.number }))
}

async function documentOf(
  context: Context,
  networkId: string,
  { facts, organiserId, partnerId }: EventRow,
  language: string,
): Promise<EventDocument> {
  const { event, themes } = facts
  if (event === null) throw new Error(`Row ${facts.number} tells of no event`)
  const organisations = [
    ...(organiserId === null ? [] : [{ id: organiserId, role: 'host' }]),
    ...(partnerId === null || partnerId === organiserId ? [] : [{ id: partnerId, role: 'participant' }]),
  ]
  const ties = await listTiesBetween(
    context,
    networkId,
    organisations.map(({ id }) => id),
  )
  const isOver = event.when !== null && readEdtf(event.when).to < context.today
  const summary = [facts.summary, event.link].filter((each) => each !== '').join('\n')
  return {
    ...emptyEvent,
    kind: event.kind ?? 'other',
    title: textIn(language, event.title.slice(0, longestTitle)),
    summary: textIn(language, summary.slice(0, longestSummary)),
    venue: textIn(language, event.venue.slice(0, longestVenue)),
    when: event.when,
    words: textIn(language, event.words),
    startsAt: event.startsAt,
    endsAt: event.endsAt,
    zone: event.zone,
    state: isOver ? 'past' : 'planned',
    firmness: isOver ? null : 'planned',
    themes,
    organisations,
    cooperations: ties.map(({ id }) => ({ id })),
    visibility: 'network',
    knownOn: context.today,
  }
}
