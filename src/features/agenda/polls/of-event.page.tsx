import type { Context } from '../../../platform/context/context.ts'
import { chooseText } from '../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../platform/i18n/reader.ts'
import { mayChangeRecord } from '../../contributions/index.ts'
import type { Network } from '../../networks/index.ts'
import { holdersOf } from '../events/record/holders.ts'
import type { AgendaEvent } from '../events/summary.queries.ts'
import { paths } from './paths.ts'
import { stateOf } from './poll.ts'
import { listPollsOf } from './queries.ts'

interface Drawn {
  context: Context
  reader: Reader
  network: Network
  event: AgendaEvent
  isInside: boolean
}

/** The polls about the date of an event, with a link to a new one, for the people of its network; null for others. */
export async function renderPollsOf({ context, reader, network, event, isInside }: Drawn) {
  if (!isInside) return null
  const { t } = reader
  const polls = await listPollsOf(context, event.id)
  const organisationIds = holdersOf(event.organisations)
  const mayAsk =
    event.state === 'planned' &&
    mayChangeRecord(context.actor, { networkId: network.id, kind: 'event', organisationIds })
  if (polls.length === 0 && !mayAsk) return null
  return (
    <ul class="plain-list">
      {polls.map((poll) => (
        <li key={poll.id}>
          <a href={paths.poll(reader, network.slug, poll.id)}>
            {t('agenda.polls.ofEvent', {
              title: chooseText(poll.title, reader.language)?.text ?? '',
              state: t(`agenda.poll.standing.${stateOf(poll, context)}`),
            })}
          </a>
        </li>
      ))}
      {mayAsk ? (
        <li>
          <a href={paths.newPoll(reader, network.slug, { event: event.slug })}>
            {t('agenda.poll.askForEvent')}
          </a>
        </li>
      ) : null}
    </ul>
  )
}
