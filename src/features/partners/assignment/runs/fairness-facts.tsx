import { numberFormatter } from '../../../../platform/i18n/formatters.ts'
import { FactList } from '../../../../ui/blocks/fact-list.tsx'
import { Section } from '../../../../ui/text/headings.tsx'
import type { SessionRequest } from '../call.ts'
import { ParticipantName } from '../participants/participant-name.tsx'
import { sideName } from '../views/side-name.ts'
import { listCauses, type RunReport } from './run.ts'

interface FairnessFactsProps {
  asked: SessionRequest
  report: RunReport
  count: number
}

type Satisfaction = RunReport['participants'][number]

/** An assignment in short: how much there is, what each side got, who is worst off, what was missed and what would help. */
export function FairnessFacts({ asked, report, count }: FairnessFactsProps) {
  const { reader, network, ground } = asked
  const { t } = reader
  const percent = (part: number) =>
    numberFormatter(reader.interfaceLanguage, { style: 'percent', maximumFractionDigits: 0 }).format(part)
  const worstOff = report.participants.find(({ id }) => id === report.worstOffId)
  return (
    <Section id="fairness" title={t('partners.assignment.fairness')}>
      <FactList
        facts={[
          {
            term: t('partners.assignment.meetings'),
            detail: t('partners.assignment.result.meetings', {
              meetings: count,
              participants: report.participants.length,
            }),
          },
          { term: t('partners.assignment.alone'), detail: <Alone asked={asked} report={report} /> },
          {
            term: t('partners.assignment.firstWishesMet'),
            detail: [
              ...report.sides.map(({ firstWishesMet }, at) =>
                t('partners.assignment.sideShare', {
                  side: sideName(reader, network, ground.session, at === 0 ? 1 : 2),
                  share: firstWishesMet === null ? '–' : percent(firstWishesMet),
                }),
              ),
              <span key="hint" class="quiet">
                {t('partners.assignment.fairnessHint')}
              </span>,
            ],
          },
          ...(worstOff
            ? [
                {
                  term: t('partners.assignment.worstOff'),
                  detail: <WorstOff asked={asked} worstOff={worstOff} />,
                },
              ]
            : []),
          ...(report.unheld.length === 0
            ? []
            : [
                {
                  term: t('partners.assignment.unheldCount'),
                  detail: <a href="#left-out">{String(report.unheld.length)}</a>,
                },
              ]),
          { term: t('partners.assignment.leftOut'), detail: missedDetails(asked, report) },
          {
            term: t('partners.assignment.proposed'),
            detail: sideName(reader, network, ground.session, report.proposing === 0 ? 1 : 2),
          },
        ]}
      />
    </Section>
  )
}

function Alone({ asked: { reader }, report }: Pick<FairnessFactsProps, 'asked' | 'report'>) {
  const alone = report.participants.filter(({ nothingBecause }) => nothingBecause !== null).length
  if (alone === 0) return <>{reader.t('partners.assignment.nobodyAlone')}</>
  return <a href="#by-participant">{numberFormatter(reader.interfaceLanguage, {}).format(alone)}</a>
}

function WorstOff({ asked, worstOff }: { asked: SessionRequest; worstOff: Satisfaction }) {
  const { ground } = asked
  const participant = ground.participants.find(({ id }) => id === worstOff.id)
  return (
    <>
      {participant ? <ParticipantName participant={participant} /> : null}
      {` · ${gotWords(asked, worstOff).join(' · ')}`}
    </>
  )
}

// What somebody got, by the places of their own list.
function gotWords({ reader: { t } }: SessionRequest, one: Satisfaction): string[] {
  const { firstWishes, firstWishesMet, nothingBecause, places } = one
  const got = places.flatMap(({ place }) => place ?? []).sort((left, right) => left - right)
  return [
    firstWishes === 0
      ? t('partners.assignment.worstOffNoWish')
      : t('partners.assignment.wishesMet', { met: firstWishesMet, of: firstWishes }),
    nothingBecause !== null
      ? t(`partners.assignment.nothing.${nothingBecause}`)
      : got.length > 0
        ? t('partners.assignment.worstOffGets', { places: got.join(', ') })
        : t('partners.assignment.worstOffAsked'),
  ]
}

// How many, by what stood in the way and what would help; then what stability means.
function missedDetails({ reader }: SessionRequest, report: RunReport) {
  const { t } = reader
  if (report.blockingCount === 0) return [t('partners.assignment.noneLeftOut')]
  return [
    <a key="all" href="#left-out">
      {numberFormatter(reader.interfaceLanguage, {}).format(report.blockingCount)}
    </a>,
    ...listCauses(report).map(({ cause, count }) => (
      <>
        {t('partners.assignment.countByCause', { cause: t(`partners.assignment.cause.${cause}`), count })}{' '}
        <span class="quiet">{t(`partners.assignment.remedy.${cause}`)}</span>
      </>
    )),
    <span key="stable" class="quiet">
      {t('partners.assignment.stable')}
    </span>,
  ]
}
