import type { ExplainedChange } from '../../../platform/records/record-kind.ts'
import { FactList } from '../../../ui/blocks/fact-list.tsx'
import { useReader } from '../../../ui/reader.tsx'
import { languageAttributes } from '../../../ui/text/language-attributes.ts'
import { languageInWords } from '../../../ui/text/language-in-words.ts'
import { Moment } from '../../../ui/text/moment.tsx'
import { ChangeList } from '../../contributions/index.ts'
import { AssessmentNotice } from '../planning/assessment-notice.tsx'
import type { Assessment } from '../planning/planned-date.ts'
import type { ProposalVersion } from './queries.ts'

export interface OutlineProps {
  outline: ExplainedChange[]
  countries: readonly string[]
  /** The holidays that conflict with its date. */
  assessment: Assessment | null
}

/** A proposed event, fact by fact and language by language; the holidays that it falls on come first. */
export function ProposalOutline({ outline, countries, assessment }: OutlineProps) {
  const reader = useReader()
  return (
    <>
      {assessment ? <AssessmentNotice countries={countries} assessment={assessment} /> : null}
      <FactList
        facts={outline.map(({ label, language, after }) => ({
          term: language ? `${label.join(' › ')} (${languageInWords(reader, language)})` : label.join(' › '),
          detail: (
            <span class="as-written" {...(language ? languageAttributes(reader, language) : {})}>
              {after}
            </span>
          ),
        }))}
      />
    </>
  )
}

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
