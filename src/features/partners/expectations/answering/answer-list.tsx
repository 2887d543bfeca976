import { chooseName } from '../../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../../platform/i18n/reader.ts'
import { useReader } from '../../../../ui/reader.tsx'
import { type Column, DataTable } from '../../../../ui/table/data-table.tsx'
import { dayWords } from '../../../../ui/text/date-words.ts'
import { Moment } from '../../../../ui/text/moment.tsx'
import { Passage } from '../../../../ui/text/passage.tsx'
import { type OrganisationRef, shortNames } from '../../../directory/index.ts'
import type { Theme } from '../../../networks/index.ts'
import { grades, lookUpCompetence, mainTiers, tiersOf } from '../../competence.ts'
import type { Expectation } from '../expectation.ts'
import { Party } from '../expectation-head.tsx'
import type { MemberRequest } from '../requests.queries.ts'
import { answerKind } from './answer-texts.queries.ts'

interface AnswerListProps {
  network: string
  expectation: Expectation
  requests: readonly MemberRequest[]
  /** Address where the reader answers, or changes an answer, for a member; null if they do not speak for it. */
  answerAddress(request: MemberRequest): string | null
}

/** Those who are asked, each with what they answer and why. */
export function AnswerList(props: AnswerListProps) {
  const reader = useReader()
  const { requests, answerAddress } = props
  const speaks = requests.some((request) => answerAddress(request) !== null)
  return (
    <DataTable
      caption={reader.t('partners.answer.all')}
      captionHidden
      rows={[...requests]}
      rowKey={({ id }) => id}
      columns={speaks ? [...answerColumns(props), actionColumn(props)] : answerColumns(props)}
    />
  )
}

function answerColumns({ network, expectation }: AnswerListProps): Column<MemberRequest>[] {
  const { t } = useReader()
  return [
    {
      key: 'member',
      label: t('partners.answer.member'),
      header: true,
      cell: ({ organisation }) => <Party network={network} organisation={organisation} />,
    },
    {
      key: 'answer',
      label: t('partners.answer.column'),
      cell: (request) => <AnswerWords request={request} />,
    },
    {
      key: 'words',
      label: t('partners.answer.wordsColumn'),
      cell: ({ id, organisation, reason, words }) => (
        <div>
          <Passage text={words} as="div" class="as-written" apart={{ kind: answerKind, id }} />
          {reason === 'competence' ? (
            <CompetenceTable organisation={organisation} themes={expectation.themes} />
          ) : null}
        </div>
      ),
    },
    {
      key: 'when',
      label: t('partners.trail.when'),
      cell: (request) => <AnswerDay request={request} />,
    },
  ]
}

function actionColumn({ answerAddress }: AnswerListProps): Column<MemberRequest> {
  const reader = useReader()
  const { t } = reader
  return {
    key: 'action',
    label: t('partners.answer.title'),
    cell: (request) => {
      const address = answerAddress(request)
      return address === null ? null : (
        <a href={address}>
          {t(request.answer === null ? 'partners.answer.giveIt' : 'partners.answer.changeIt')}
          <span class="visually-hidden">
            {' '}
            {chooseName(shortNames(request.organisation), reader.language).text}
          </span>
        </a>
      )
    },
  }
}

interface RequestProps {
  request: MemberRequest
}

function AnswerWords({ request: { answer, reason, relay } }: RequestProps) {
  const { t } = useReader()
  if (answer === null) return <>{t(relay?.hasEnded ? 'partners.answer.none' : 'partners.answer.awaited')}</>
  return (
    <div>
      <strong>{t(`partners.answer.${answer}`)}</strong>
      {reason === null ? null : <span class="cell-line">{t(`partners.reason.${reason}`)}</span>}
    </div>
  )
}

function AnswerDay({ request: { answeredAt, askedOn, remindedAt } }: RequestProps) {
  const reader = useReader()
  if (answeredAt !== null) return <Moment at={answeredAt} />
  return (
    <div>
      {reader.t('partners.answer.askedOn', { day: dayWords(reader, askedOn) })}
      {remindedAt === null ? null : <span class="cell-line">{reader.t('partners.answer.reminded')}</span>}
    </div>
  )
}

interface CompetenceTableProps {
  organisation: OrganisationRef
  themes: readonly Theme[]
}

/** What the law lets an authority do on the themes of an expectation, and which tiers mainly act on them in its country. */
export function CompetenceTable({ organisation, themes }: CompetenceTableProps) {
  const reader = useReader()
  const { t } = reader
  const lines = competenceLines(reader, organisation, themes)
  if (lines.length === 0) return null
  return (
    <details class="competences">
      <summary>{t('partners.competence.title')}</summary>
      <DataTable
        caption={t('partners.competence.title')}
        captionHidden
        rows={lines}
        rowKey={({ theme }) => theme}
        columns={[
          { key: 'theme', label: t('partners.competence.theme'), header: true, cell: ({ theme }) => theme },
          { key: 'own', label: t('partners.competence.own'), cell: ({ own }) => own },
          { key: 'main', label: t('partners.competence.main'), cell: ({ main }) => main },
        ]}
      />
      <p class="quiet">{t('partners.competence.unchecked')}</p>
    </details>
  )
}

/** The lines of the tables of competences on themes for an authority; none for countries whose law they lack. */
function competenceLines(
  { t }: Reader,
  { kind, codes, country }: OrganisationRef,
  themes: readonly Theme[],
): { theme: string; own: string; main: string }[] {
  const own = tiersOf({ kind, codes })
  return themes.flatMap((theme) => {
    const known = own.flatMap((tier) => lookUpCompetence(theme, tier) ?? [])
    const best = grades.find((grade) => known.some((each) => each.grade === grade))
    if (best === undefined) return []
    const articles = known
      .filter(({ grade, basis }) => grade === best && basis !== '')
      .map(({ basis }) => basis)
      .join(', ')
    return [
      {
        theme: t(`networks.theme.${theme}`),
        own: articles === '' ? t(`partners.grade.${best}`) : `${t(`partners.grade.${best}`)} (${articles})`,
        main: mainTiers(theme, country)
          .map((tier) => t(`partners.tier.${tier}`))
          .join(', '),
      },
    ]
  })
}
