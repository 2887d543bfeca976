import { Notice } from '../../../../../ui/blocks/notice.tsx'
import { useReader } from '../../../../../ui/reader.tsx'
import { dayWords } from '../../../../../ui/text/date-words.ts'
import { Moment } from '../../../../../ui/text/moment.tsx'
import { Passage } from '../../../../../ui/text/passage.tsx'
import type { AgendaEvent } from '../../../events/row/queries.ts'
import { isDebriefed } from '../../document/schema.ts'
import { isOverdue } from '../../overdue.ts'
import { paths } from '../../paths.ts'
import type { Sheet } from '../queries.ts'

interface DebriefProps {
  network: string
  event: AgendaEvent
  sheet: Sheet
  /** Whether the reader belongs to the network: names of those who wrote are for them. */
  isInside: boolean
  mayWrite: boolean
}

/** What came of a mission; until it is written, by when it is due. */
export function Debrief({ network, event, sheet, isInside, mayWrite }: DebriefProps) {
  const reader = useReader()
  const { t } = reader
  const { debrief } = sheet.mission
  if (!isDebriefed(sheet.mission)) {
    const due = event.debrief === null ? null : dayWords(reader, event.debrief.dueOn)
    return (
      <>
        {due === null ? (
          <p>{t('agenda.mission.debriefUndated')}</p>
        ) : isOverdue(event, reader.today) ? (
          <Notice kind="warning">{t('agenda.mission.debriefOverdue', { day: due })}</Notice>
        ) : (
          <p>{t('agenda.mission.debriefDue', { day: due })}</p>
        )}
        {mayWrite && (event.startsOn === null || event.startsOn <= reader.today) ? (
          <p class="actions">
            <a class="button" href={paths.debrief(reader, network, event.slug)}>
              {t('agenda.mission.debriefWrite')}
            </a>
          </p>
        ) : null}
      </>
    )
  }
  return (
    <>
      <Passage text={debrief.account} as="div" class="mission-text" />
      {(['outcome', 'nextSteps'] as const).map((name) =>
        Object.keys(debrief[name]).length === 0 ? null : (
          <div key={name}>
            <h3>{t(name === 'outcome' ? 'agenda.mission.outcome' : 'agenda.mission.nextSteps')}</h3>
            <Passage text={debrief[name]} as="div" class="mission-text" />
          </div>
        ),
      )}
      {event.debrief?.writtenAt ? (
        <p class="quiet">
          {t('agenda.mission.debriefWritten')} <Moment at={new Date(event.debrief.writtenAt)} />
          {isInside && sheet.debriefedBy !== null ? ` · ${sheet.debriefedBy}` : null}
        </p>
      ) : null}
    </>
  )
}
