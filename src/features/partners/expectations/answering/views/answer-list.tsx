import type { Reader } from '../../../../../platform/i18n/reader.ts'
import { EntryList } from '../../../../../ui/blocks/entry-list.tsx'
import { dayWords } from '../../../../../ui/text/date-words.ts'
import { Moment } from '../../../../../ui/text/moment.tsx'
import { Passage } from '../../../../../ui/text/passage.tsx'
import type { Expectation } from '../../expectation.ts'
import type { MemberRequest } from '../../requests/queries.ts'
import { Party } from '../../views/party.tsx'
import { CompetenceTable } from './competence-table.tsx'

interface AnswerListProps {
  reader: Reader
  network: string
  expectation: Expectation
  requests: readonly MemberRequest[]
  /** Where somebody answers, or changes an answer, in the name of a member; null for whom they do not speak. */
  answerAddress(request: MemberRequest): string | null
}

/** Those who are asked, each with what they answer and why. */
export function AnswerList({ reader, network, expectation, requests, answerAddress }: AnswerListProps) {
  return (
    <EntryList
      entries={requests.map((request) => ({
        key: request.id,
        title: <Party reader={reader} network={network} organisation={request.organisation} />,
        meta: <AnswerLine reader={reader} request={request} />,
        body: (
          <>
            <Passage reader={reader} text={request.words} as="div" class="as-written" />
            {request.reason === 'competence' ? (
              <CompetenceTable
                reader={reader}
                organisation={request.organisation}
                themes={expectation.themes}
              />
            ) : null}
            <AnswerLink
              reader={reader}
              address={answerAddress(request)}
              hasAnswered={request.answer !== null}
            />
          </>
        ),
      }))}
    />
  )
}

function AnswerLink({
  reader,
  address,
  hasAnswered,
}: {
  reader: Reader
  address: string | null
  hasAnswered: boolean
}) {
  if (address === null) return null
  return (
    <p>
      <a href={address}>{reader.t(hasAnswered ? 'partners.answer.changeIt' : 'partners.answer.giveIt')}</a>
    </p>
  )
}

function AnswerLine({ reader, request }: { reader: Reader; request: MemberRequest }) {
  const { t } = reader
  const { answer, reason, answeredAt, askedOn, relay, remindedAt } = request
  if (answer === null || answeredAt === null)
    return (
      <>
        {t(relay?.hasEnded ? 'partners.answer.none' : 'partners.answer.awaited')} ·{' '}
        {t('partners.answer.askedOn', { day: dayWords(reader, askedOn) })}
        {remindedAt === null ? null : ` · ${t('partners.answer.reminded')}`}
      </>
    )
  return (
    <>
      <strong>{t(`partners.answer.${answer}`)}</strong>
      {reason === null ? null : ` · ${t(`partners.reason.${reason}`)}`} ·{' '}
      <Moment reader={reader} at={answeredAt} />
    </>
  )
}
