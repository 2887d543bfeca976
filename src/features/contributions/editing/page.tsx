import type { FastifyReply } from 'fastify'
import type { FormValues } from '../../../platform/input/form.ts'
import { compareDocuments } from '../../../platform/records/difference.ts'
import { drawNetworkPage } from '../../networks/index.ts'
import type { RecordRequest } from '../call.ts'
import type { Meeting } from '../versions/commands.ts'
import { editTitle } from './views/edit-page.tsx'
import { MeetingPage } from './views/meeting-page.tsx'

/** Shows that somebody else changed the record meanwhile; what was typed is sent again with the answer. */
export async function drawMeeting(
  asked: RecordRequest,
  meeting: Meeting,
  values: FormValues,
  action: string,
): Promise<FastifyReply> {
  const { writing, reader, network, kind, head } = asked
  const { base, theirs, merged, conflicts } = meeting
  const explain = (changes: Parameters<typeof kind.explain>[3], before: typeof base, after: typeof base) =>
    kind.explain(writing, reader, network, changes, { before, after })
  // A language of a text is a step of its path here, and stands apart in a change.
  const clashes = conflicts.map(({ path, theirs: before, mine: after }) => ({
    path,
    language: null,
    before,
    after,
  }))
  return drawNetworkPage(asked, {
    status: 409,
    title: reader.t('contributions.meeting.title'),
    description: reader.t('contributions.meeting.explained'),
    path: `/${kind.segment}/${head.slug}/edit`,
    noindex: true,
    children: (
      <MeetingPage
        title={editTitle(reader, head)}
        action={action}
        meeting={meeting}
        theirs={await explain(compareDocuments(base, theirs), base, theirs)}
        clashes={await explain(clashes, theirs, merged)}
        values={values}
      />
    ),
  })
}
