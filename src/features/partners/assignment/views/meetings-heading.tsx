import type { ComponentChildren } from 'preact'
import type { Reader } from '../../../../platform/i18n/reader.ts'
import { PageHeading } from '../../../../ui/text/headings.tsx'
import { eventPaths, eventTitle } from '../../../agenda/events/index.ts'
import { countryName } from '../../../directory/index.ts'
import type { Network } from '../../../networks/index.ts'
import { paths } from '../paths.ts'
import type { EventRequest } from '../request.ts'
import type { Session, Side } from '../session.ts'

interface MeetingsHeadingProps {
  visit: EventRequest
  lead?: ComponentChildren
  actions?: ComponentChildren
  /** On the page of the meetings themselves, which needs no way back to itself. */
  isMain?: boolean
  children: ComponentChildren
}

/** The heading of a page of the bilateral meetings, with the way back to them and to their event. */
export function MeetingsHeading({ visit, lead, actions, isMain = false, children }: MeetingsHeadingProps) {
  const { reader, network, event } = visit
  return (
    <PageHeading
      kicker={
        <>
          <a href={eventPaths.event(reader, network.slug, event.slug)}>{eventTitle(reader, event)}</a>
          {isMain || visit.facts === null ? null : (
            <>
              {' · '}
              <a href={paths.session(reader, network.slug, event.slug)}>
                {reader.t('partners.assignment.title')}
              </a>
            </>
          )}
        </>
      }
      {...(lead ? { lead } : {})}
      {...(actions ? { actions } : {})}
    >
      {children}
    </PageHeading>
  )
}

/** What a side is called: its countries, those of the network that are on it. */
export function sideName(
  reader: Reader,
  { countries }: Pick<Network, 'countries'>,
  { firstSide }: Pick<Session, 'firstSide'>,
  side: Side,
): string {
  const own = side === 1 ? firstSide : countries.filter((country) => !firstSide.includes(country))
  const names = own.map((country) => countryName(reader, country))
  return names.length > 0 ? names.join(', ') : reader.t('partners.assignment.otherSide')
}
