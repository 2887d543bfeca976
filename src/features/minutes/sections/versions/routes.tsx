import type { FastifyInstance } from 'fastify'
import type { ComponentChildren } from 'preact'
import type { Application } from '../../../../platform/http/application.ts'
import { neverKept } from '../../../../platform/http/never-kept.ts'
import { pagesOf } from '../../../../platform/http/visit.ts'
import { parameterOf } from '../../../../platform/input/parameters.ts'
import { drawNetworkPage } from '../../../networks/index.ts'
import { type MeetingRequest, readMeetingWork } from '../../call.ts'
import { meetingPath, paths } from '../../paths.ts'
import { WorkHeading } from '../../views/work-heading.tsx'
import { restoreVersion } from '../editing/commands.ts'
import { findLatestNumber, findVersion, listVersions } from './queries.ts'
import { VersionPage } from './views/version-page.tsx'
import { VersionsPage } from './views/versions-page.tsx'

/** The versions of the text of minutes, and what changed in each. */
export function addVersionRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, neverKept)
  const place = '/:language/:network/meetings/:slug/text/versions'
  pages.get(place, readMeetingWork, async (asked) => {
    const versions = await listVersions(asked.context, asked.meeting.id)
    const children = <VersionsPage address={addressOf(asked)} versions={versions} />
    return drawNetworkPage(asked, pageOf(asked, [], children))
  })

  pages.get(`${place}/:number`, readMeetingWork, async (asked) => {
    const { request, context, meeting } = asked
    const number = Number(parameterOf(request.params, 'number'))
    const { document } = await findVersion(context, meeting.id, number)
    const before = await findVersion(context, meeting.id, number - 1)
    const isPresent = number === (await findLatestNumber(context, meeting.id))
    const children = (
      <VersionPage
        before={before.document}
        document={document}
        restore={isPresent || meeting.finalAt ? null : `${addressOf(asked)}/${number}`}
      />
    )
    return drawNetworkPage(asked, pageOf(asked, [String(number)], children))
  })

  pages.post(
    `${place}/:number`,
    readMeetingWork,
    async ({ request, reply, writing, network, reader, meeting }) => {
      const minutes = { networkId: network.id, meetingId: meeting.id }
      await restoreVersion(writing, minutes, Number(parameterOf(request.params, 'number')))
      return reply.redirect(paths.step(reader, network.slug, meeting.slug, 'text'), 303)
    },
  )
}

function pageOf(asked: MeetingRequest, steps: string[], children: ComponentChildren) {
  const { reader, network, meeting } = asked
  const [number] = steps
  const title = number
    ? reader.t('minutes.text.versionNumber', { number })
    : reader.t('minutes.text.versions')
  const back = number
    ? { href: addressOf(asked), label: reader.t('minutes.text.versions') }
    : { href: paths.step(reader, network.slug, meeting.slug, 'text'), label: reader.t('minutes.work.text') }
  return {
    title,
    description: reader.t('minutes.list.lead'),
    path: meetingPath(meeting.slug, 'text', 'versions', ...steps),
    noindex: true,
    children: (
      <>
        <WorkHeading back={back}>{title}</WorkHeading>
        {children}
      </>
    ),
  }
}

function addressOf({ reader, network, meeting }: MeetingRequest): string {
  return paths.step(reader, network.slug, meeting.slug, 'text', 'versions')
}
