import type { ComponentChildren } from 'preact'
import { PageHeading } from '../../../../ui/text/headings.tsx'
import { eventPaths, eventTitle } from '../../../agenda/events/index.ts'
import { paths } from '../paths.ts'
import type { EventRequest } from '../request.ts'

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
