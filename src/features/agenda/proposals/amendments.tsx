import type { ExplainedChange } from '../../../platform/records/record-kind.ts'
import { useReader } from '../../../ui/reader.tsx'
import { Moment } from '../../../ui/text/moment.tsx'
import { ChangeList } from '../../contributions/index.ts'
import type { ProposalVersion } from './queries.ts'

interface AmendmentsProps {
  amendments: { version: ProposalVersion; changes: ExplainedChange[] }[]
}

/** The changes of moderators, each with its note, before and after side by side. */
export function Amendments({ amendments }: AmendmentsProps) {
  const reader = useReader()
  return (
    <>
      {amendments.map(({ version, changes }) => (
        <div key={version.number} class="entry">
          <p class="entry-meta">
            {version.personName ?? reader.t('agenda.proposal.group')}, <Moment at={version.writtenAt} />
          </p>
          {version.note ? <p class="as-written">{version.note}</p> : null}
          <ChangeList changes={changes} />
        </div>
      ))}
    </>
  )
}
